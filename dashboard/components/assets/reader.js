/* One document as a page: its words in the middle, in the margin the events it tells and its notes, each in step with
   the words it belongs to. On a phone the margin comes after each paragraph. */

export default function ({ data, parentElement, setTriggerValue }) {
  dress(parentElement);
  const act = outbox(parentElement, data.heard, setTriggerValue);
  if (isShown(parentElement, data)) return;
  const before = parentElement.querySelector(".root");
  const same = before && before.dataset.document === data.document;
  const root = element("article", { class: `root ${data.dark ? "dark" : ""} ${data.phone ? "phone" : ""}`, "aria-label": "Document" });
  root.style.setProperty("--height", `${data.height}px`);
  root.style.setProperty("--serif", '"Source Serif", Georgia, serif');
  root.dataset.document = data.document;
  const sheet = element("div", { class: "sheet" }, part(data.before, "‹ The part before", act), data.rows.map((row) => rowOf(row, data, act)), loose(data, act), part(data.after, "The part after ›", act));
  const scroll = element("div", { class: "scroll", tabindex: "0" }, header(data, act, same && before.querySelector(".untold")?.open), data.message ? element("p", { class: "quiet" }, data.message) : null, sheet);
  root.append(scroll);
  const kept = same ? before.querySelector(".scroll").scrollTop : 0;
  exchange(parentElement, root);
  scroll.scrollTop = kept;
  keepInStep(sheet, scroll, root, data, same);
}

function header(data, act, open) {
  return element("header", {}, element("h2", {}, data.title), data.cover ? cover(data.cover, act) : null, element("p", { class: "quiet small facts" }, data.facts.map((fact) => element("span", {}, fact))), data.untold ? untold(data.untold, act, open) : null,
    element("p", { class: "quiet small citation" }, data.citation, " ", copyButton(data.citation)));
}

function cover(document, act) {
  return element("p", { class: "small cover" }, "Came with ", element("button", { class: "link", onclick: () => act({ do: "document", id: document.id }) }, document.title));
}

/* What the margin does not have: dated sentences that tell no event by themselves, each leading to where it stands. */
function untold({ label, why, lines, more }, act, open) {
  return element("details", { class: "small untold", open }, element("summary", {}, label),
    element("p", { class: "quiet" }, why),
    element("ul", {}, lines.map((line) => element("li", {}, element("button", { class: "link", onclick: () => act({ do: "part", at: line.start }) }, line.words))), more ? element("li", {}, more) : null));
}

function part(at, label, act) {
  return at >= 0 ? element("p", { class: "part" }, element("button", { class: "link", onclick: () => act({ do: "part", at }) }, label)) : null;
}

function rowOf(row, data, act) {
  const paragraph = element("p", { class: row.heading ? "heading" : null }, row.runs.map((run) => runNode(run, act)));
  const beside = [...row.events.map((event) => eventNode(event, data, act)), ...row.notes.map((note) => noteNode(note, act))];
  beside.sort((one, other) => one.dataset.at - other.dataset.at);
  return element("div", { class: "row" }, paragraph, element("div", { class: "beside" }, beside));
}

function eventNode(event, data, act) {
  const chosen = event.id === data.event;
  return element("button", { class: "event", "aria-current": String(chosen), "data-at": event.ratio, "data-event": event.id, onclick: () => act({ do: "event", id: event.id }) },
    mark(event.family, event.look), element("span", {}, element("span", { class: "quiet small" }, event.date), element("span", { class: "name" }, event.title),
      chosen && event.basis ? element("span", { class: "quiet small basis" }, event.basis) : null));
}

function noteNode(note, act) {
  return element("p", { class: "footnote", "data-at": note.ratio }, element("span", { class: "number" }, note.label), note.runs.map((run) => runNode(run, act)));
}

function loose(data, act) {
  return data.loose.length ? element("div", { class: "loose" }, data.loose.map((note) => noteNode(note, act))) : null;
}

/* Notes and events stand at the height of their words, lower where another stands there already. The page is laid out
   again while its room or its type changes; what was asked for stays in sight until the reader scrolls. */
function keepInStep(sheet, scroll, root, data, same) {
  let scrolled = false;
  for (const kind of ["wheel", "touchmove", "keydown", "pointerdown"]) scroll.addEventListener(kind, () => { scrolled = true; }, { passive: true });
  const target = sheet.querySelector(".here, .evidence");
  const watch = new ResizeObserver(() => {
    if (!root.isConnected) return watch.disconnect();
    if (!data.phone) layOut(sheet);
    if (target && !scrolled) bringInSight(target, scroll, same);
  });
  watch.observe(scroll);
  watch.observe(sheet);
  for (const row of sheet.querySelectorAll(".row > p")) watch.observe(row);
}

function layOut(sheet) {
  const top = sheet.getBoundingClientRect().top;
  let free = 0;
  for (const row of sheet.querySelectorAll(".row")) {
    const box = row.firstElementChild.getBoundingClientRect();
    for (const item of row.lastElementChild.children) {
      const wanted = box.top - top + box.height * Number(item.dataset.at);
      const place = Math.max(wanted, free);
      item.style.top = `${place}px`;
      free = place + item.offsetHeight + 10;
    }
  }
  sheet.style.minHeight = `${free}px`;
}

function bringInSight(target, scroll, same) {
  const at = target.getBoundingClientRect(), room = scroll.getBoundingClientRect();
  if (same && at.top >= room.top + 8 && at.bottom <= room.bottom - 8) return;
  scroll.scrollTop += at.top - room.top - room.height / 4;
}
