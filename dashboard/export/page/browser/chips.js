// Chips: a row for each field to filter by, with how many events each value would show beside what else is chosen.

const MOST_CHIPS = 200; // of a row; who has more values finds the rare ones in the words

class Chips {
  constructor(holder, field, choose) {
    this.field = field;
    this.open = false;
    const counts = new Map();
    for (const event of EVENTS) for (const value of event[field]) counts.set(value, (counts.get(value) || 0) + 1);
    const values = [...counts].sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1)).map(([value]) => value);
    this.useful = values.length > 1;
    this.beyond = Math.max(0, values.length - MOST_CHIPS);
    this.chips = values.slice(0, MOST_CHIPS).map((value) => {
      const count = el('span', { class: 'count' });
      const node = button(value, () => choose(field, value), { class: 'chip' });
      node.append(count);
      return { value, node, count };
    });
    this.rest = button('', () => { this.open = !this.open; this.fold(); }, { class: 'link rest' });
    this.line = el('div', { class: 'chips' }, ...this.chips.map(({ node }) => node), this.rest);
    this.row = el('div', { class: 'chip-row', id: field, role: 'group', 'aria-label': FIELDS[field].label, hidden: !this.useful },
      el('span', { class: 'facet' }, FIELDS[field].label), this.line);
    holder.append(this.row);
    new ResizeObserver(() => this.fold()).observe(this.row);
  }

  show() {
    const counts = new Map();
    for (const event of EVENTS) {
      if (passes(event, this.field)) for (const value of event[this.field]) counts.set(value, (counts.get(value) || 0) + 1);
    }
    for (const { value, node, count } of this.chips) {
      const events = counts.get(value) || 0;
      const on = state.chosen[this.field].has(value);
      count.textContent = events.toLocaleString('en');
      node.setAttribute('aria-label', `${value}, ${events}`);
      node.setAttribute('aria-pressed', on);
      node.classList.toggle('none', !events && !on);
    }
    this.fold();
  }

  // One line, of which the chosen are never left out; the rest is a click away. A finger pushes the line along instead.
  fold() {
    const room = this.line.clientWidth;
    if (!room) return;
    for (const { node } of this.chips) node.hidden = false;
    this.rest.hidden = false;
    this.line.classList.toggle('open', this.open);
    const widths = this.chips.map(({ node }) => node.offsetWidth + 6);
    const all = widths.reduce((sum, width) => sum + width, 0) <= room;
    const on = this.chips.map(({ value }) => state.chosen[this.field].has(value));
    let left = room - 96 - widths.reduce((sum, width, at) => sum + (on[at] ? width : 0), 0);
    let hidden = 0;
    if (!this.open && !all && !narrow.matches) {
      for (const [at, { node }] of this.chips.entries()) {
        if (on[at]) continue;
        left -= widths[at];
        node.hidden = left < 0;
        hidden += node.hidden;
      }
    }
    const beyond = this.beyond ? `, the commonest of ${(this.beyond + this.chips.length).toLocaleString('en')}` : '';
    this.rest.textContent = this.open ? `Fewer${beyond}` : `${(hidden + this.beyond).toLocaleString('en')} more`;
    this.rest.setAttribute('aria-expanded', this.open);
    this.rest.hidden = all || narrow.matches || !(this.open || hidden);
  }
}
