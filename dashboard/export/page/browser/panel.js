// The panel: one event with its words, a place with what happened there, or a list to choose from.

function fact(label, ...values) {
  return [el('dt', {}, label), el('dd', {}, ...values)];
}

function placeLinks(event, go) {
  const links = event.places.map((number) => button(PLACES[number].name, () => go.place([number]), { class: 'link' }));
  if (!links.length) return [event.where || 'Not given'];
  const known = links.flatMap((link, order) => (order ? [' · ', link] : [link]));
  const names = event.places.map((number) => PLACES[number].name).join('; ');
  return event.where && event.where !== names ? [...known, el('span', { class: 'also' }, event.where)] : known;
}

function eventPanel(number, go) {
  const event = EVENTS[number];
  const family = FAMILIES.get(event.family);
  const order = shown();
  const here = order.indexOf(number);
  return [
    el('p', { class: 'kicker' }, signIcon(event), family.label, event.status ? ` · ${event.status}` : ''),
    el('h2', {}, event.title),
    el('dl', {},
      ...fact('Date', when(event), el('small', {}, event.basis)),
      ...fact('Place', ...placeLinks(event, go), el('small', {}, event.whereBasis)),
      ...(event.countries.length ? fact('States', event.countries.join(' · ')) : []),
      ...(event.topics.length ? fact('Topics', event.topics.join(' · ')) : []),
      ...fact('Source', event.told, el('small', {}, event.checked))),
    ...event.passages.map((passage) => passageOf(passage, go)),
    el('p', { class: 'around' },
      button('‹ Earlier', () => go.event(order[here - 1]), { disabled: here <= 0 }),
      el('span', {}, here >= 0 ? `${here + 1} of ${order.length}` : 'not among those shown'),
      button('Later ›', () => go.event(order[here + 1]), { disabled: here < 0 || here >= order.length - 1 })),
  ];
}

function eventLine(number, go) {
  const event = EVENTS[number];
  return el('li', {}, el('button', { type: 'button', class: 'row', on: { click: () => go.event(number) } },
    signIcon(event), el('span', { class: 'title' }, event.title), el('span', { class: 'when' }, when(event))));
}

function lines(title, numbers, go) {
  return numbers.length ? [el('h3', {}, title), el('ol', { class: 'lines' }, ...numbers.map((number) => eventLine(number, go)))] : [];
}

function placePanel(numbers, go) {
  const visible = new Set(shown());
  const alive = (all) => [...new Set(all)].filter((each) => visible.has(each)).sort((one, other) => one - other);
  const places = numbers.map((number) => PLACES[number]);
  const events = alive(places.flatMap((place) => place.events));
  const spoken = alive(places.flatMap((place) => place.spoken)).filter((each) => !events.includes(each));
  const written = [...new Set(places.flatMap((place) => place.written))];
  return [
    el('p', { class: 'kicker' }, capital(places[0].kind)),
    el('h2', {}, places.map((place) => place.name).join(' – ')),
    written.length ? el('p', { class: 'also' }, `Written “${written.join('”, “')}”.`) : '',
    ...lines('What happened here', events, go),
    events.length ? '' : el('p', {}, 'Spoken of here; no event is placed here.'),
    ...lines('Spoken of in the passages of', spoken, go),
    el('p', { class: 'citation' }, [...new Set(places.map((place) => place.source))].filter(Boolean).slice(0, 3).join('; ')),
  ];
}

function windowPanel(numbers, go) {
  return [el('p', { class: 'kicker' }, 'Close together in time'), el('h2', {}, `${numbers.length} events`), ...lines('In order of time', numbers, go)];
}

function aboutPanel() {
  return [
    el('h2', {}, DATA.title), DATA.subtitle ? el('p', { class: 'lead' }, DATA.subtitle) : '',
    el('p', {}, DATA.leftOut), el('h3', {}, 'Sources'), sourceList(), el('p', { class: 'citation' }, DATA.method),
  ];
}

function sourceList() {
  return el('ul', { class: 'sources' }, ...DATA.sources.map((each) => el('li', {}, each.cite, ' ', webLink(each.url, 'Open the document'))));
}
