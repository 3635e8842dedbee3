// The map: land from lines already projected, and over it marks and lettering set anew at every zoom, none over another.

const COUNTED = Boolean(DATA.timeline.columns); // very many events: circles count them, and are named after one place
const MERGE = COUNTED ? 28 : 16; // pixels: closer marks become one
const CLOSEST = 12; // times the first view
const { measure, meet, around } = window.DashboardMap.labels;

class EventMap {
  constructor(holder, pick) {
    this.holder = holder;
    this.pick = pick;
    this.visible = new Set(EVENTS.keys());
    this.land = landOf(DATA.map);
    this.over = svg('g', {});
    this.drawing = svg('svg', { role: 'group', 'aria-label': 'Map' }, this.land, this.over);
    this.beyond = el('div', { class: 'beyond' });
    const zoom = (factor) => () => this.zoom(factor);
    this.holder.append(this.drawing, this.beyond,
      el('div', { class: 'zoom' },
        button('+', zoom(1.6), { 'aria-label': 'Closer' }), button('−', zoom(1 / 1.6), { 'aria-label': 'Farther' }),
        button('⌂', () => this.home(), { 'aria-label': 'First view' })),
      el('p', { class: 'note' }, DATA.map.credit));
    new ResizeObserver(() => this.resize()).observe(holder);
    this.listen();
  }

  // Middle in units, pixels a unit, and by how much (radians, clockwise) the map is turned.
  home() {
    const [x, y, width, height] = DATA.map.view;
    this.fly({ x: x + width / 2, y: y + height / 2, k: this.fit(width, height), turn: 0 });
  }

  fit(width, height) {
    return Math.min(this.width / width, this.height / height);
  }

  resize() {
    const { clientWidth: width, clientHeight: height } = this.drawing;
    if (!width || !height || (width === this.width && height === this.height)) return;
    this.width = width;
    this.height = height;
    this.at = null;
    if (this.target) this.show(this.visible, this.target);
    else this.home();
  }

  // Go there at once, or in half a second where the reader does not mind.
  fly(to) {
    if (!this.width) return;
    cancelAnimationFrame(this.frame);
    const [, , width, height] = DATA.map.view;
    to.k = Math.min(Math.max(to.k, this.fit(DATA.map.width, DATA.map.height)), this.fit(width, height) * CLOSEST);
    const from = this.at;
    if (!from || calm.matches || document.hidden) {
      this.at = to;
      this.paint();
      return;
    }
    const begin = performance.now();
    const step = (now) => {
      const share = Math.min(1, (now - begin) / 450);
      const ease = share * share * (3 - 2 * share);
      this.at = {
        x: from.x + (to.x - from.x) * ease, y: from.y + (to.y - from.y) * ease, k: from.k * (to.k / from.k) ** ease,
        turn: from.turn + (to.turn - from.turn) * ease,
      };
      this.paint();
      if (share < 1) this.frame = requestAnimationFrame(step);
    };
    this.frame = requestAnimationFrame(step);
  }

  zoom(factor, about = { x: this.width / 2, y: this.height / 2 }) {
    this.fly(this.closer(this.at.k * factor, about));
  }

  // The view in which a unit has so many pixels, and what is at a pixel stays there.
  closer(k, about) {
    const [dx, dy] = this.units(about.x - this.width / 2, about.y - this.height / 2);
    const gain = 1 - this.at.k / k;
    return { x: this.at.x + dx * gain, y: this.at.y + dy * gain, k, turn: this.at.turn };
  }

  // Pixels from the middle as units.
  units(x, y) {
    const { k, turn } = this.at;
    return [(x * Math.cos(turn) + y * Math.sin(turn)) / k, (y * Math.cos(turn) - x * Math.sin(turn)) / k];
  }

  // Which events are there, and the places that the selection means; `near` comes close to them, as a slide does.
  show(visible, { chosen, near = false }) {
    this.visible = visible;
    this.target = { chosen, near };
    this.chosen = new Set(chosen);
    if (!this.width) return;
    const spots = chosen.map((number) => PLACES[number]);
    if (!this.at) this.home();
    if (spots.length && (near || !spots.every((spot) => this.inside(spot)))) this.fly(this.around(spots, near));
    else this.paint();
  }

  around(spots, near) {
    const [xs, ys] = [spots.map((spot) => spot.x), spots.map((spot) => spot.y)];
    const [, , width, height] = DATA.map.view;
    const reach = 2.4 * Math.max(...spots.map((spot) => (spot.area ? spot.reach : 0)));
    const least = Math.max(reach, near ? DATA.map.slide / 1.25 : 0);
    const wide = Math.max(Math.max(...xs) - Math.min(...xs), least, (near ? 0.42 : 0.6) * width);
    const high = Math.max(Math.max(...ys) - Math.min(...ys), least, (near ? 0.42 : 0.6) * height);
    return {
      x: (Math.max(...xs) + Math.min(...xs)) / 2, y: (Math.max(...ys) + Math.min(...ys)) / 2, k: this.fit(wide * 1.25, high * 1.25),
      turn: near ? spots[0].north : 0,
    };
  }

  pixel(spot) {
    const { k, turn } = this.at;
    const [dx, dy] = [(spot.x - this.at.x) * k, (spot.y - this.at.y) * k];
    return [
      dx * Math.cos(turn) - dy * Math.sin(turn) + this.width / 2, dx * Math.sin(turn) + dy * Math.cos(turn) + this.height / 2,
    ];
  }

  inside(spot, edge = 12) {
    const [x, y] = this.pixel(spot);
    return x > edge && y > edge && x < this.width - edge && y < this.height - edge;
  }

  paint() {
    this.at.x = Math.min(Math.max(this.at.x, 0), DATA.map.width);
    this.at.y = Math.min(Math.max(this.at.y, 0), DATA.map.height);
    const { x, y, k, turn } = this.at;
    const { grain } = DATA.map;
    this.land.setAttribute('transform',
      `translate(${this.width / 2} ${this.height / 2}) rotate(${degrees(turn)}) scale(${k / grain}) translate(${-x * grain} ${-y * grain})`);
    const happened = (place) => place.events.filter((number) => this.visible.has(number));
    const alive = PLACES.map((place, number) => ({ place, number, events: happened(place) })).filter(({ place, number, events }) =>
      events.length || TOLD_PLACES.has(number) || this.chosen.has(number) || (!COUNTED && place.spoken.some((each) => this.visible.has(each))));
    const marks = this.groups(alive.filter(({ place }) => !place.area && this.inside(place, -4)));
    this.nameOutside(alive.filter(({ place, events }) => !place.area && events.length && !this.inside(place, -4)));
    const sheet = new Sheet(this.width, this.height, marks, this.furniture());
    const layers = { area: [], mark: [] };
    for (const group of marks) layers.mark.push(this.mark(group, sheet));
    const areas = alive.filter(({ place }) => place.area).sort((one, other) =>
      Number(this.chosen.has(other.number)) - Number(this.chosen.has(one.number)) || other.place.weight - one.place.weight);
    for (const each of areas) layers.area.push(this.area(each, sheet));
    const named = new Set(areas.map(({ place }) => place.name.toLowerCase()));
    for (const sea of DATA.map.seas) if (!named.has(sea[0].toLowerCase())) layers.area.push(this.sea(sea, sheet));
    this.over.replaceChildren(...layers.area.filter(Boolean), ...layers.mark.reverse());
  }

  // What lies over the map, which lettering keeps clear of.
  furniture() {
    const { left: x, top: y } = this.drawing.getBoundingClientRect();
    return [...this.holder.querySelectorAll('.zoom, .beyond button')].map((node) => {
      const { left, top, right, bottom } = node.getBoundingClientRect();
      return { left: left - x, top: top - y, right: right - x, bottom: bottom - y };
    });
  }

  // Marks too close to be told apart become one and are named together.
  groups(alive) {
    const order = (each) => (this.chosen.has(each.number) ? 1e9 : 0) + each.events.length * 3 + each.place.weight / 1000;
    const found = [];
    for (const each of [...alive].sort((one, other) => order(other) - order(one))) {
      const [x, y] = this.pixel(each.place);
      const near = found.find((group) => Math.hypot(group.x - x, group.y - y) < MERGE);
      if (near) near.members.push(each);
      else found.push({ x, y, members: [each], events: [], chosen: false, radius: 0 });
    }
    for (const group of found) {
      group.events = [...new Set(group.members.flatMap((each) => each.events))].sort((one, other) => one - other);
      group.chosen = group.members.some((each) => this.chosen.has(each.number));
    }
    const most = Math.max(1, ...found.map((group) => group.events.length));
    for (const group of found) {
      const count = group.events.length;
      group.radius = COUNTED && count ? 4.5 + 15 * Math.sqrt(count / most) : Math.min(10, 4.5 + 1.5 * Math.sqrt(count));
    }
    return found;
  }

  mark(group, sheet) {
    const { members, events, chosen, radius } = group;
    const heads = chosen ? members.filter((each) => this.chosen.has(each.number)) : members;
    const names = [...new Set(heads.map(({ place }) => (heads.length > 1 ? place.town : place.name)))].slice(0, COUNTED ? 1 : 2).join('–');
    const words = events.length > 1 && !chosen ? `${names}, ${events.length.toLocaleString('en')}` : names;
    const kinds = new Set(events.map((number) => EVENTS[number].family));
    const family = kinds.size === 1 ? [...kinds][0] : '';
    const node = svg('g', { class: `place ${events.length ? '' : 'spoken'} ${chosen ? 'chosen' : ''}`, transform: `translate(${group.x} ${group.y})` });
    if (chosen) node.append(svg('circle', { class: 'ring', r: radius + 4.5 }));
    const path = FAMILIES.get(family || 'meeting').path;
    node.append(svg('path', { d: path, transform: `scale(${radius})`, class: `sign ${events.length ? (family ? `f-${family}` : 'mixed') : 'hollow only'}` }));
    const spot = sheet.beside(group, words, 13, radius + (chosen ? 5 : 0));
    if (spot) {
      const [x, y] = [spot.x - group.x, spot.y - group.y];
      const width = wide(words, 13, 0);
      node.append(lettering(words, x, y + 11, 'label', 13),
        svg('rect', { class: 'touch', x: Math.min(0, x), y, width: Math.max(x + width, -x), height: 15 }));
    }
    const said = events.length ? `${events.length} event${events.length > 1 ? 's' : ''}` : 'only spoken of';
    node.append(svg('circle', { class: 'touch', r: 12 }));
    named(node, `${words}: ${said}`, () => this.pick(members.map((each) => each.number)));
    return node;
  }

  // The name of a country, a region or a water over its middle; a hairline tells how far it reaches.
  area({ place, number, events }, sheet) {
    const [x, y] = this.pixel(place);
    const across = 2 * place.reach * this.at.k;
    const size = Math.max(12, Math.min(17, 10.5 + across / 90));
    const water = place.kind === 'water';
    const words = place.kind === 'country' ? place.name.toUpperCase() : place.name;
    const spacing = water ? 1 : Math.max(1, Math.min(5, across / 140));
    const chosen = this.chosen.has(number);
    const spot = sheet.over(x, y, across / 2, wide(words, size, spacing), size + 3);
    if (!spot && !chosen) return null;
    const node = svg('g', { class: `area ${water ? 'water' : ''} ${events.length ? '' : 'spoken'} ${chosen ? 'chosen' : ''}` });
    if ((events.length || chosen) && across > 24 && across < Math.min(this.width, this.height)) {
      node.append(svg('circle', { class: 'reach', cx: x, cy: y, r: across / 2 }));
    }
    if (spot) node.append(lettering(words, spot.x, spot.y + size * 0.8, 'lettering', size, spacing));
    named(node, `${place.name}: ${events.length ? `${events.length} events` : 'only spoken of'}`, () => this.pick([number]));
    return node;
  }

  sea([name, mx, my, km], sheet) {
    const [x, y] = this.pixel({ x: mx, y: my });
    const across = km * this.at.k;
    const size = Math.max(12, Math.min(18, 9 + across / 32));
    const width = wide(name, size, 0) * 1.08;
    if (across * 1.15 < width || x < 0 || y < 0 || x > this.width || y > this.height) return null;
    const spot = sheet.over(x, y, size, width, size + 4);
    return spot && lettering(name, spot.x, spot.y + size * 0.8, 'lettering sea', size);
  }

  nameOutside(outside) {
    const names = outside.sort((one, other) => other.events.length - one.events.length).map(({ place }) => place.name);
    const words = names.slice(0, 3).join(', ') + (names.length > 3 ? ` and ${names.length - 3} more` : '');
    this.beyond.replaceChildren();
    if (names.length) {
      this.beyond.append(button(`Beyond: ${words}`, () => this.fly(this.around(
        [...outside, ...PLACES.map((place) => ({ place }))].map(({ place }) => place).filter((place) => !place.area), false))));
    }
  }

  listen() {
    const spot = (event) => {
      const { left, top } = this.drawing.getBoundingClientRect();
      return { x: event.clientX - left, y: event.clientY - top };
    };
    this.drawing.addEventListener('wheel', (event) => {
      event.preventDefault();
      cancelAnimationFrame(this.frame);
      const factor = Math.exp(-Math.max(-60, Math.min(60, event.deltaY)) / 200);
      this.jump(factor, spot(event));
    }, { passive: false });
    let from = null;
    this.drawing.addEventListener('pointerdown', (event) => {
      if (event.pointerType === 'mouse' && event.button === 0) from = { ...spot(event), at: { ...this.at }, moved: false };
    });
    addEventListener('pointermove', (event) => {
      if (!from) return;
      const to = spot(event);
      from.moved ||= Math.hypot(to.x - from.x, to.y - from.y) > 4;
      if (!from.moved) return;
      cancelAnimationFrame(this.frame);
      const [dx, dy] = this.units(to.x - from.x, to.y - from.y);
      this.at = { ...from.at, x: from.at.x - dx, y: from.at.y - dy };
      this.paint();
    });
    addEventListener('pointerup', () => { from = null; });
  }

  jump(factor, about) {
    const [, , width, height] = DATA.map.view;
    const least = this.fit(DATA.map.width, DATA.map.height);
    this.at = this.closer(Math.min(Math.max(this.at.k * factor, least), this.fit(width, height) * CLOSEST), about);
    this.paint();
  }
}

const degrees = (radians) => (radians * 180) / Math.PI;

function landOf(map) {
  const line = { 'vector-effect': 'non-scaling-stroke' };
  return svg('g', { class: 'ground' },
    svg('path', { d: map.graticule, class: 'graticule', ...line }),
    svg('path', { d: map.land, class: 'shade', ...line }),
    svg('path', { d: map.land, class: 'land', id: 'land-line', ...line }));
}

// Text with its halo.
function lettering(words, x, y, name, size, spacing = 0) {
  return svg('text', { x, y, class: name, 'font-size': size, 'letter-spacing': spacing || null }, words);
}

const SANS = getComputedStyle(document.documentElement).getPropertyValue('--sans');
const wide = (words, size, spacing) => measure(words, `600 ${size}px ${SANS}`, spacing);

// What is taken of the map: lettering goes to the first spot that touches nothing.
class Sheet {
  constructor(width, height, marks, furniture) {
    this.width = width;
    this.height = height;
    const boxes = marks.map((group) => {
      const half = group.radius + (group.chosen ? 6 : 2);
      return { left: group.x - half, top: group.y - half, right: group.x + half, bottom: group.y + half, group };
    });
    this.taken = [...boxes, ...furniture];
  }

  free(left, top, width, height, own = null) {
    const box = { left: left - 2, top: top - 1, right: left + width + 2, bottom: top + height + 1 };
    if (box.left < 3 || box.top < 3 || box.right > this.width - 3 || box.bottom > this.height - 3) return null;
    if (this.taken.some((other) => other.group !== own && meet(box, other))) return null;
    this.taken.push({ ...box, group: undefined });
    return { x: left, y: top };
  }

  beside(group, words, size, radius) {
    const width = wide(words, size, 0);
    const height = size + 1;
    for (const [dx, dy] of around(radius, width, height)) {
      const spot = this.free(group.x + dx, group.y + dy, width, height, group);
      if (spot) return spot;
    }
    return null;
  }

  over(x, y, reach, width, height) {
    const line = height + 3;
    const far = Math.max(line, 0.75 * reach);
    for (const [dx, dy] of [[0, 0], [0, -line], [0, line], [-0.35 * width, 0], [0.35 * width, 0], [0, -2 * line], [0, 2 * line],
      [-0.5 * width, -line], [0.5 * width, -line], [-0.5 * width, line], [0.5 * width, line]]) {
      if (Math.hypot(dx, dy) > far) continue;
      const spot = this.free(x + dx - width / 2, y + dy - height / 2, width, height);
      if (spot) return spot;
    }
    return null;
  }
}
