// The timeline: shapes already placed, painted from the ground up; what the chips leave out stands back.

class Timeline {
  constructor(holder, pick, pickWindow) {
    const { shapes, note } = DATA.timeline;
    this.marks = new Map();
    this.drawing = sheetOf();
    this.drawing.append(fades());
    for (const shape of shapes) {
      const node = shapeOf(shape, pick, pickWindow);
      if (shape.part === 'hit' && shape.event !== undefined) this.marks.set(shape.event, { shape, node });
      this.drawing.append(node);
    }
    this.ring = svg('circle', { class: 'ring', r: 8.4 });
    this.name = svg('text', { class: 'name' });
    this.drawing.append(this.ring, this.name);
    holder.append(this.drawing, el('p', { class: 'note' }, note));
    holder.hidden = !shapes.some((shape) => shape.part === 'hit');
  }

  show(visible) {
    for (const node of this.drawing.querySelectorAll('[data-event]')) {
      node.classList.toggle('out', !visible.has(Number(node.dataset.event)));
    }
    const found = this.marks.get(state.event);
    this.ring.classList.toggle('gone', !found);
    this.name.classList.toggle('gone', !found);
    if (found) this.point(found.shape);
    for (const { node } of this.marks.values()) node.removeAttribute('aria-current');
    if (found) found.node.setAttribute('aria-current', 'true');
  }

  // A ring about the mark and, where no label names it, its title beside.
  point(shape) {
    const x = (shape.x + shape.x2) / 2;
    const y = ((shape.y || 0) + shape.y2) / 2;
    const band = !this.drawing.querySelector(`.mark[data-at="${Math.round(x)} ${Math.round(y)}"]`) && y < 12;
    this.ring.classList.toggle('gone', band);
    this.ring.setAttribute('cx', x);
    this.ring.setAttribute('cy', y);
    let named = false;
    for (const text of this.drawing.querySelectorAll('text[data-event]')) {
      const own = Number(text.dataset.event) === state.event;
      text.classList.toggle('chosen', own);
      named ||= own;
    }
    const right = x < DATA.timeline.width * 0.6;
    this.name.textContent = named ? '' : EVENTS[state.event].title;
    this.name.setAttribute('x', x + (right ? 13 : -13));
    this.name.setAttribute('y', y + 4);
    this.name.setAttribute('text-anchor', right ? 'start' : 'end');
  }

  spot(number) {
    const found = this.marks.get(number);
    return found ? (found.shape.x + found.shape.x2) / 2 : null;
  }
}

function sheetOf() {
  const { width, height, summary } = DATA.timeline;
  return svg('svg', { viewBox: `-2 0 ${width + 4} ${height}`, role: 'group', 'aria-label': `Timeline: ${summary}` });
}

// A shape, and what a click on it means: its event, or those of a stretch of time.
function shapeOf(shape, pick, pickWindow) {
  const node = (PAINT[shape.part] || PAINT.rule)(shape);
  if (shape.event !== undefined) {
    node.dataset.event = shape.event;
    const act = () => pick(shape.event);
    if (shape.part === 'hit') named(node, `${shape.title}, ${shape.when}`, act);
    else if (shape.part === 'text') node.addEventListener('click', act);
  } else if (shape.window && shape.part === 'hit') {
    named(node, `${shape.title}, ${shape.when}`, () => pickWindow(...shape.window));
  }
  return node;
}

// One row of events over the axis of the timeline: where in time a slide stands. Of very many, those that are told.
class Strip {
  constructor(holder, timeline, told, pick) {
    const { width, height, gutter, shapes, columns } = DATA.timeline;
    const base = height - 20;
    const drawing = svg('svg', { viewBox: `${gutter - 12} 0 ${width - gutter + 14} 46`, role: 'group', 'aria-label': 'Where in time' });
    const axis = svg('g', { transform: `translate(0 ${24 - base})` });
    for (const shape of shapes) {
      if ((shape.part === 'rule' && shape.y >= base - 6 && shape.y2 >= base - 6) || (shape.part === 'text' && shape.y > base)) {
        axis.append(PAINT[shape.part](shape));
      }
    }
    drawing.append(axis);
    this.beads = new Map();
    for (const number of columns ? told : EVENTS.keys()) {
      const x = timeline.spot(number);
      if (x === null) continue;
      const bead = svg('g', { transform: `translate(${x} 13)`, class: `bead ${told.has(number) ? 'told' : ''}` },
        svg('circle', { class: 'ring', r: 9 }), sign(EVENTS[number], 5));
      bead.addEventListener('click', () => pick(number));
      this.beads.set(number, bead);
      drawing.append(bead);
    }
    holder.append(drawing);
    holder.hidden = !this.beads.size;
  }

  show(current) {
    for (const [number, bead] of this.beads) {
      bead.classList.toggle('current', number === current);
      if (number === current) bead.parentNode.append(bead);
    }
  }
}

const ALIGN = { left: 'start', center: 'middle', right: 'end' };
const DASH = { dashed: '3 2', dotted: '1 1.6' };

function paint(shape) {
  return {
    class: `${shape.part} ${shape.fill ? `fill-${shape.fill}` : 'no-fill'} ${shape.stroke ? `stroke-${shape.stroke}` : ''}`,
    'stroke-width': shape.width || 1, opacity: shape.alpha, 'stroke-dasharray': DASH[shape.dash],
  };
}

function box(shape) {
  const [x, y, x2, y2] = [shape.x || 0, shape.y || 0, shape.x2 || 0, shape.y2 || 0];
  return { x: Math.min(x, x2), y: Math.min(y, y2), width: Math.abs(x2 - x), height: Math.abs(y2 - y) };
}

const PAINT = {
  band: (shape) => svg('rect', { ...paint(shape), ...box(shape) }),
  rule: (shape) => svg('line', { ...paint(shape), x1: shape.x || 0, y1: shape.y || 0, x2: shape.x2 || 0, y2: shape.y2 || 0 }),
  bar: (shape) => svg('rect', { ...paint(shape), ...box(shape), mask: shape.side && shape.side !== 'none' ? `url(#fade-${shape.side})` : null }),
  mark: (shape) => svg('path', {
    ...paint(shape), d: shape.bold ? FAMILIES.get('meeting').path : FAMILIES.get(shape.shape).path, 'vector-effect': 'non-scaling-stroke',
    transform: `translate(${shape.x} ${shape.y}) scale(${shape.bold ? 8.4 : 5.2})`, 'data-at': `${Math.round(shape.x)} ${Math.round(shape.y)}`,
  }),
  hit: (shape) => svg('rect', { ...paint(shape), ...box(shape), rx: 3 }),
  text: (shape) => svg('text', {
    ...paint(shape), x: shape.x || 0, y: (shape.y || 0) + 4, 'text-anchor': ALIGN[shape.side || 'left'], 'font-weight': shape.bold ? 600 : null,
  }, shape.title && shape.event === undefined ? svg('title', {}, shape.title) : '', shape.text || ''),
};
PAINT.over = PAINT.rule;

// Ends of bars that are not known fade away.
function fades() {
  const stops = { left: [0, 1, 1], right: [1, 1, 0], both: [0, 1, 0] };
  return svg('defs', {}, ...Object.entries(stops).flatMap(([side, [first, middle, last]]) => [
    svg('linearGradient', { id: `shade-${side}` },
      ...[[0, first], [0.35, middle], [0.65, middle], [1, last]].map(([offset, level]) =>
        svg('stop', { offset, 'stop-color': '#fff', 'stop-opacity': level }))),
    svg('mask', { id: `fade-${side}`, maskContentUnits: 'objectBoundingBox' },
      svg('rect', { width: 1, height: 1, fill: `url(#shade-${side})` })),
  ]));
}

// Something drawn that is a button to keyboard and screen reader too.
function named(node, label, act) {
  node.setAttribute('role', 'button');
  node.setAttribute('tabindex', '0');
  node.setAttribute('aria-label', label);
  node.append(svg('title', {}, label));
  node.addEventListener('click', act);
  node.addEventListener('keydown', (press) => {
    if (press.key === 'Enter' || press.key === ' ') {
      press.preventDefault();
      press.stopPropagation();
      act();
    }
  });
}
