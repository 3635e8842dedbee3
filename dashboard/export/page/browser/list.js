// The chronology: the events as rows, for a narrow screen, a keyboard, or who cannot see the timeline.

const AT_A_TIME = 200; // rows; more of them when they are asked for

class Chronology {
  constructor(holder, go) {
    this.holder = holder;
    this.go = go;
    this.rows = new Map();
  }

  show(visible) {
    const order = [...visible];
    const begin = Math.max(0, order.indexOf(state.event) - AT_A_TIME / 2);
    const end = begin + AT_A_TIME;
    const lines = (some) => this.lines(some);
    this.holder.replaceChildren(
      ...moreOf(order.slice(0, begin), lines, true), ...lines(order.slice(begin, end)), ...moreOf(order.slice(end), lines));
  }

  lines(numbers) {
    let before = '';
    return numbers.map((number) => {
      const row = this.row(number);
      row.classList.toggle('first-of-year', row.dataset.year !== before);
      before = row.dataset.year;
      const chosen = number === state.event;
      row.firstChild.classList.toggle('chosen', chosen);
      if (chosen) row.firstChild.setAttribute('aria-current', 'true');
      else row.firstChild.removeAttribute('aria-current');
      return row;
    });
  }

  row(number) {
    if (!this.rows.has(number)) {
      const row = eventLine(number, this.go);
      row.dataset.year = yearOf(EVENTS[number]);
      this.rows.set(number, row);
    }
    return this.rows.get(number);
  }
}

function yearOf({ from }) {
  if (!from) return 'undated';
  const year = Number(from.slice(0, -6));
  return year > 0 ? String(year) : `${1 - year} BC`;
}

// A row that more of a long list takes the place of: of its end, or of what comes before it.
function moreOf(numbers, lines, before = false) {
  if (!numbers.length) return [];
  const cut = before ? Math.max(0, numbers.length - AT_A_TIME) : AT_A_TIME;
  const [one, other] = [numbers.slice(0, cut), numbers.slice(cut)];
  const [next, rest] = before ? [other, one] : [one, other];
  const row = el('li', { class: 'more' });
  row.append(button(`${next.length} ${rest.length ? `of ${numbers.length.toLocaleString('en')} ` : ''}more`, () => {
    const made = lines(next);
    const others = moreOf(rest, lines, before);
    row.replaceWith(...(before ? [...others, ...made] : [...made, ...others]));
    const first = made.at(before ? -1 : 0);
    (first.querySelector('button') || first).focus();
  }, { class: 'link' }));
  return [row];
}
