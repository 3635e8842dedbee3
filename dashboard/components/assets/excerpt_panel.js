/* The excerpt panel: an event or a place with its passages. Marked words are buttons; every text is put in as text. */

export default function ({ data, parentElement, setTriggerValue }) {
  dress(parentElement);
  const act = outbox(parentElement, data.heard, setTriggerValue);
  if (isShown(parentElement, data)) return listenToKeys(parentElement, data, act);
  const before = parentElement.querySelector(".root");
  const root = element("section", { class: `root ${data.dark ? "dark" : ""} ${data.phone ? "phone" : ""} ${data.whole ? "whole" : ""} ${data.alone ? "alone" : ""}`, "aria-label": "Excerpt" });
  root.style.setProperty("--height", `${data.height}px`);
  root.style.setProperty("--serif", '"Source Serif", Georgia, serif');
  root.dataset.shows = data.key;
  const scroll = element("div", { class: "scroll", tabindex: "0" }, header(data, parentElement, act), facts(data, act), body(data, act));
  root.append(scroll, bar(data, act));

  const stay = before && before.dataset.shows === data.key && before.dataset.scrolled;
  const kept = stay ? before.querySelector(".scroll").scrollTop : 0;
  exchange(parentElement, root);
  if (before && before.dataset.shows !== data.key) {
    announce(parentElement, data);
    dismissTooltip();
  }
  noticeScrolling(scroll, root);
  if (stay) {
    root.dataset.scrolled = "by the reader";
    scroll.scrollTop = kept;
  } else showEvidence(scroll, data, root);
  listenToKeys(parentElement, data, act);
}

/* Who does not see the panel hears what it shows now, wherever it was chosen. */
function announce(parentElement, data) {
  const said = parentElement.announced ??= parentElement.appendChild(element("p", { class: "unseen", role: "status" }));
  said.textContent = [data.title, data.facts[0]?.values.map((value) => value.text).join(""), data.position].filter(Boolean).join(". ");
}

/* The panel tells now what the chart told beside the pointer, which has not moved since the click and would lie over it. */
function dismissTooltip() {
  document.getElementById("vg-tooltip-element")?.classList.remove("visible");
}

function header(data, parentElement, act) {
  const kicker = element("div", { class: "kicker" }, element("span", {}, data.family && mark(data.family, data.look), data.kicker));
  if (data.status && data.status !== "happened") kicker.append(element("span", { class: `status ${data.status}` }, data.status_text));
  if (data.outside) kicker.append(element("span", { class: "status" }, data.outside));
  if (data.tools) kicker.append(element("span", { class: "right" }, toolsOf(parentElement, data.tools, act)));
  return [kicker, element("h2", {}, data.title)];
}

function facts(data, act) {
  const list = element("dl", { class: "facts" });
  for (const fact of data.facts) {
    const value = element("dd", {});
    fact.values.forEach((part, index) => {
      if (index) value.append(element("span", { class: "sep" }, fact.separator || " · "));
      const link = part.place ? { do: "place", id: part.place } : part.correct ? { do: "correct" } : null;
      value.append(link ? element("button", { class: "link", onclick: () => act(link) }, part.text) : part.text);
    });
    if (fact.note || fact.correct) {
      const correct = fact.correct && element("button", { class: "correct", onclick: () => act({ do: "correct" }) }, "Correct…");
      value.append(element("span", { class: "note" }, fact.note, fact.note ? " " : null, correct));
    }
    list.append(element("dt", {}, fact.label), value);
  }
  return list;
}

function body(data, act) {
  const parts = [];
  if (data.message) parts.push(element("p", { class: "quiet" }, data.message));
  if (data.events?.length) parts.push(element("h3", {}, data.events_title), eventList(data.events, act));
  if (data.unlisted) parts.push(element("p", { class: "quiet small" }, data.unlisted));
  if (data.switchable) parts.push(passageSwitch(data, act));
  for (const passage of data.passages) parts.push(...passageParts(passage, act));
  if (data.more) parts.push(element("p", { class: "quiet small" }, data.more));
  return parts;
}

function eventList(events, act) {
  return element("ul", { class: "list" }, events.map((event) =>
    element("li", {}, element("button", { onclick: () => act({ do: "event", id: event.id }) }, mark(event.family, event.look),
      element("span", {}, element("span", { class: "quiet small" }, event.date), element("br"), element("span", { class: "name" }, event.title))))));
}

function passageSwitch(data, act) {
  const choice = (label, whole) => element("button", { "aria-pressed": String(data.whole === whole), onclick: () => act({ do: "whole", on: whole }) }, label);
  const documents = (data.documents || []).map((entry) =>
    element("button", { "aria-pressed": String(entry.on), onclick: () => act({ do: "read", id: entry.id }) }, entry.label));
  return element("div", { class: "switch" },
    element("div", { class: "segments", role: "group", "aria-label": "How much of the document" }, choice("Passage", false), choice("Whole document", true)),
    documents.length > 1 && data.whole ? element("div", { class: "segments", role: "group", "aria-label": "Document" }, documents) : null,
    data.whole && data.own_page ? element("a", { class: "link small", href: data.own_page, target: "_self" }, "On a page of its own") : null);
}

function passageParts(passage, act) {
  const parts = [];
  if (passage.spoken) {
    const words = passage.spoken.id
      ? element("button", { class: "link", onclick: () => act({ do: "event", id: passage.spoken.id }) }, passage.spoken.text)
      : passage.spoken.text;
    parts.push(element("p", { class: "spoken" }, words));
  }
  if (passage.where) parts.push(element("div", { class: "where" }, passage.where));
  const text = element("div", { class: "passage" });
  for (const paragraph of passage.paragraphs) {
    if (paragraph.gap) text.append(element("p", { class: "gap" }, "…"));
    text.append(element("p", { class: paragraph.heading ? "heading" : null }, paragraph.cut && !paragraph.gap ? element("span", { class: "quiet" }, "… ") : null, paragraph.runs.map((run) => runNode(run, act))));
  }
  parts.push(text);
  if (passage.notes.length) {
    parts.push(element("div", { class: "notes" }, passage.notes.map((note) =>
      element("p", {}, element("span", { class: "number" }, note.label), note.runs.map((run) => runNode(run, act))))));
  }
  if (passage.citation) parts.push(citation(passage, act));
  return parts;
}

function citation(passage, act) {
  const at = passage.whole_at;
  const open = at && element("button", { class: "link", onclick: () => act({ do: "read", id: at.read, at: at.at }) }, "Whole document");
  return element("p", { class: "citation" }, passage.citation, " ", copyButton(passage.citation), open ? [" · ", open] : null);
}

function bar(data, act) {
  const step = (label, id, key) => element("button", { class: "step", disabled: !id, title: `${label} event (key ${key})`, onclick: () => act({ do: "event", id }) },
    label === "Earlier" ? "‹ Earlier" : "Later ›");
  return element("nav", { class: "bar", "aria-label": "Events in order" },
    step("Earlier", data.earlier, "←"), element("span", { class: "at" }, data.position), step("Later", data.later, "→"),
    element("span", { class: "right" }, data.passages[0]?.citation ? copyButton(data.passages[0].citation) : null));
}

/* Only what the reader does with wheel, finger, key or scroll bar counts: where the panel stands also changes by itself,
   while its room and its type still do. */
function noticeScrolling(scroll, root) {
  for (const kind of ["wheel", "touchmove", "keydown", "pointerdown"]) {
    scroll.addEventListener(kind, () => { root.dataset.scrolled = "by the reader"; }, { passive: true });
  }
}

/* A new event begins at its top; a whole document opens at the evidence, and stays there until the reader scrolls. */
function showEvidence(scroll, data, root) {
  const target = data.whole ? scroll.querySelector(".here, .evidence") : null;
  scroll.scrollTop = 0;
  if (!target) return;
  const watch = new ResizeObserver(() => {
    if (root.dataset.scrolled || !root.isConnected) return watch.disconnect();
    scroll.scrollTop += target.getBoundingClientRect().top - scroll.getBoundingClientRect().top - 90;
  });
  watch.observe(scroll);
  watch.observe(target.closest(".passage, .notes"));
}

function listenToKeys(parentElement, data, act) {
  parentElement.stop?.();
  const onKey = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event)) return;
    if (event.key === "ArrowLeft" && data.earlier) act({ do: "event", id: data.earlier });
    else if (event.key === "ArrowRight" && data.later) act({ do: "event", id: data.later });
    else if (event.key === "Escape" && data.closes) act({ do: "close" });
  };
  document.addEventListener("keydown", onKey);
  parentElement.stop = () => document.removeEventListener("keydown", onKey);
}
