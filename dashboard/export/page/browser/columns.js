// The timeline of very many events: columns that count what the chips let through, and list it when they are clicked.

class Columns {
  constructor(holder, pick, pickColumn, pickWindow) {
    const { columns } = DATA.timeline;
    this.drawing = sheetOf();
    for (const shape of DATA.timeline.shapes) this.drawing.append(shapeOf(shape, pick, pickWindow));
    this.paths = new Map();
    for (const pale of [1, 0]) {
      for (const family of FAMILIES.keys()) {
        const path = svg('path', { class: `fill-${family}`, opacity: pale ? 0.4 : null });
        this.paths.set(`${family} ${pale}`, path);
        this.drawing.append(path);
      }
    }
    this.hits = columns.map((column) => {
      const hit = svg('rect', { class: 'hit no-fill', x: column.x, y: column.y, width: column.x2 - column.x, height: column.y2 - column.y });
      named(hit, '', () => pickColumn(column));
      return hit;
    });
    this.of = new Map(columns.flatMap((column) => column.events.map((number) => [number, column])));
    this.place = svg('g', { class: 'here' });
    this.drawing.append(...this.hits, this.place);
    holder.append(this.drawing, el('p', { class: 'note' }, DATA.timeline.note));
  }

  show(visible) {
    const stacks = DATA.timeline.columns.map((column) => this.stack(column, visible));
    const most = Math.max(1, ...stacks.map(({ total }) => total));
    const drawn = new Map();
    for (const [at, column] of DATA.timeline.columns.entries()) {
      const { total, families } = stacks[at];
      this.hits[at].classList.toggle('gone', !total);
      if (!total) continue;
      const words = `${column.lane}, ${column.when}: ${total.toLocaleString('en')} event${total > 1 ? 's' : ''}`;
      this.hits[at].setAttribute('aria-label', words);
      this.hits[at].firstChild.textContent = words;
      const room = column.y2 - column.y - 4;
      const height = Math.max(2, room * Math.sqrt(total / most));
      const right = Math.max(column.x + 1, column.x2 - Math.min(1, (column.x2 - column.x) * 0.15));
      let y = column.y2 - 1;
      for (const [family, count] of families) {
        const top = y - (height * count) / total;
        const key = `${family} ${column.pale}`;
        drawn.set(key, `${drawn.get(key) || ''}M${column.x},${y.toFixed(1)}H${right}V${top.toFixed(1)}H${column.x}Z`);
        y = top;
      }
    }
    for (const [key, path] of this.paths) path.setAttribute('d', drawn.get(key) || '');
    this.point();
  }

  // How many of a column are let through, by family, in the order of the families.
  stack(column, visible) {
    const counts = new Map([...FAMILIES.keys()].map((family) => [family, 0]));
    let total = 0;
    for (const number of column.events) {
      if (!visible.has(number)) continue;
      total += 1;
      const { family } = EVENTS[number];
      counts.set(family, counts.get(family) + 1);
    }
    return { total, families: [...counts].filter(([, count]) => count) };
  }

  // The event that is open, as a mark with its title, in the middle of the column that counts it.
  point() {
    const column = this.of.get(state.event);
    this.place.replaceChildren();
    if (!column) return;
    const [x, y] = [(column.x + column.x2) / 2, (column.y + column.y2) / 2];
    const right = x < DATA.timeline.width * 0.6;
    this.place.setAttribute('transform', `translate(${x} ${y})`);
    this.place.append(svg('circle', { class: 'ring halo', r: 8.4 }), svg('circle', { class: 'ring', r: 8.4 }), sign(EVENTS[state.event], 5.2),
      svg('text', { class: 'name', x: right ? 13 : -13, y: 4, 'text-anchor': right ? 'start' : 'end' }, EVENTS[state.event].title));
  }

  spot(number) {
    const column = this.of.get(number);
    return column ? (column.x + column.x2) / 2 : null;
  }
}
