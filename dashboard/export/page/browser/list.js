// The chronology: the events as rows, for a narrow screen, a keyboard, or who cannot see the timeline.

class Chronology {
  constructor(holder, go) {
    this.rows = EVENTS.map((event, number) => {
      const row = eventLine(number, go);
      const year = event.from ? event.from.slice(0, -6) : 'undated';
      row.dataset.year = year;
      return row;
    });
    holder.append(...this.rows);
  }

  show(visible) {
    let year = '';
    for (const [number, row] of this.rows.entries()) {
      row.hidden = !visible.has(number);
      row.classList.toggle('first-of-year', !row.hidden && row.dataset.year !== year);
      if (!row.hidden) year = row.dataset.year;
      const chosen = number === state.event;
      row.firstChild.classList.toggle('chosen', chosen);
      if (chosen) row.firstChild.setAttribute('aria-current', 'true');
      else row.firstChild.removeAttribute('aria-current');
    }
  }
}
