/* The form over the excerpt. It is made once for what is corrected; answers to what is typed only fill it again, so that
   nothing half-written is lost. Every text is put in as text. */

export default function ({ data, parentElement, setTriggerValue }) {
  dress(parentElement);
  let form = parentElement.form;
  const opens = !parentElement.querySelector(".root");
  if (!form || form.key !== data.key || !form.root.isConnected) {
    form = build(data);
    exchange(parentElement, form.root);
    parentElement.form = form;
    if (data.phone) requestAnimationFrame(() => form.root.scrollIntoView({ block: "nearest" })); // it opens above the words
  }
  form.tell = outbox(parentElement, data.heard, setTriggerValue);
  fill(form, data);
  if (opens && !data.phone) takesFocus(form.root.querySelector(".within :is(textarea, input, button)")); // a phone would show its keyboard
}

function build(data) {
  const form = { key: data.key, cell: "", resting: {}, tell: (_what) => {} };
  form.act = (what) => { // what was typed and not told yet must not come behind “Save”
    Object.values(form.resting).forEach(clearTimeout);
    form.tell(what);
  };
  form.said = element("p", { class: "said", role: "status" });
  form.root = element("section", { "aria-label": "Correction" });
  const close = element("button", { class: "close", title: "Close", "aria-label": "Close the correction", onclick: () => form.act({ do: "close" }) }, "×");
  form.own = element("button", { class: "link", onclick: () => form.act({ do: "own" }) });
  const parts = { event: eventForm, place: placeForm, names: nameList, own: ownList };
  const within = element("div", { class: "within" }, parts[data.what](form, data));
  form.root.append(element("header", {}, element("h2", {}, data.title), form.own, close), form.said, within);
  form.root.onkeydown = (event) => { if (event.key === "Escape") { event.stopPropagation(); form.act({ do: "close" }); } };
  return form;
}

function fill(form, data) {
  form.root.className = `root ${data.dark ? "dark" : ""} ${data.phone ? "phone" : ""}`;
  form.root.style.setProperty("--height", `${data.height}px`);
  form.root.style.setProperty("--serif", '"Source Serif", Georgia, serif');
  form.said.textContent = data.said;
  form.said.hidden = !data.said;
  form.said.classList.toggle("failed", data.failed);
  form.own.textContent = data.own ? `Your corrections (${data.own})` : "";
  form.own.hidden = data.what === "own" || !data.own;
  if (form.dateSaid && data.date_said) {
    form.dateSaid.textContent = data.date_said.text;
    form.dateSaid.classList.toggle("failed", !data.date_said.ok);
  }
  if (form.options) fillOptions(form, data.found);
  if (data.unsigned && form.heard !== data.heard) leadTo(form.who); // once each time it is asked for, not whenever the page is drawn
  form.heard = data.heard;
}

/* The reader goes on at this field, which the form may have had no room to show. */
function leadTo(input) {
  if (takesFocus(input)) input.scrollIntoView({ block: "nearest" });
}

/* ---- the parts of a form */

function field(label, ...inputs) {
  return element("label", { class: "field" }, element("span", { class: "name" }, label), element("span", { class: "value" }, inputs));
}

/* What is typed goes to the server when the hand rests. */
function asking(form, what, attributes) {
  const input = element("input", { type: "text", maxlength: 200, autocomplete: "off", ...attributes });
  input.oninput = () => {
    clearTimeout(form.resting[what]);
    form.resting[what] = setTimeout(() => form.tell({ do: what, text: input.value }), 350);
  };
  return input;
}

function signing(form, data) {
  form.who = element("input", { type: "text", maxlength: 80, placeholder: "Your name", "aria-label": "Your name", autocomplete: "name" });
  form.who.value = data.who;
  form.why = element("input", { type: "text", maxlength: 200, placeholder: "Why (if you like)", "aria-label": "Why", autocomplete: "off" });
  return field("Signed", form.who, form.why);
}

const signature = (form) => ({ who: form.who.value, why: form.why.value });

function button(label, act, kind = "plain") {
  return element("button", { class: kind, type: "button", onclick: act }, label);
}

function fillOptions(form, found) {
  keep(form.options, JSON.stringify(found ?? null), () => optionsOf(form, found));
  if (form.choose) form.choose(found?.options.some((option) => option.cell === form.cell) ? form.cell : "");
}

function optionsOf(form, found) {
  const lines = (found?.options || []).map((option) => {
    return element("button", { class: "option", type: "button", "data-cell": option.cell, onclick: () => form.pick(option) },
      element("span", { class: "place" }, option.name), element("span", { class: "quiet small" }, option.detail));
  });
  const ask = found?.ask && element("button", { class: "link small", type: "button", onclick: () => form.act({ do: "ask", text: found.ask }) }, `Ask OpenStreetMap about “${found.ask}”`);
  return [...lines, ...(ask ? [ask] : []), ...(found?.message ? [element("p", { class: "quiet small" }, found.message)] : [])];
}

/* ---- an event: title, date, places */

function eventForm(form, data) {
  if (!data.event) return [];
  form.title = element("textarea", { rows: 2, maxlength: 300, "aria-label": "Title" });
  form.title.value = data.event.title;
  form.date = asking(form, "date", { "aria-label": "Date", placeholder: "1945-12-19, 1945, 1945~, or as you would write it" });
  form.date.value = data.event.date;
  form.dateSaid = element("span", { class: "note", role: "status" });
  form.places = data.event.places.map((each) => ({ ...each }));
  form.chips = element("span", { class: "chips" });
  form.look = asking(form, "look", { "aria-label": "Add a place", placeholder: "A name, or 38.08, 46.29" });
  form.options = element("div", { class: "options", role: "group", "aria-label": "Places of that name" });
  form.pick = (option) => {
    form.places.push({ cell: option.cell, text: option.name });
    if (!form.why.value) form.why.value = option.why;
    form.look.value = "";
    fillChips(form);
    form.act({ do: "look", text: "" });
  };
  fillChips(form);
  const save = () => form.act({ do: "save", title: form.title.value, date: form.date.value, places: form.places.map((each) => each.cell), ...signature(form) });
  const hide = () => form.act({ do: "hide", ...signature(form) });
  return [
    field("Title", form.title),
    field("Date", form.date, form.dateSaid),
    field("Place", form.chips, form.look),
    form.options,
    signing(form, data),
    element("div", { class: "buttons" }, button("Save", save, "main"), button("Hide this event", hide)),
  ];
}

function fillChips(form) {
  form.chips.replaceChildren(...form.places.map((each, at) =>
    element("span", { class: "chip" }, each.text, element("button", { type: "button", title: "Take away", "aria-label": `Take ${each.text} away`, onclick: (event) => {
      event.preventDefault();
      form.places.splice(at, 1);
      fillChips(form);
    } }, "×"))));
}

/* ---- a name: another reading of it, or where it is at all */

function placeForm(form, data) {
  return data.name ? whereForm(form, data, data.name, "Another name of it, or 38.08, 46.29") : [];
}

function whereForm(form, data, name, placeholder) {
  form.look = asking(form, "look", { "aria-label": "Where is it?", placeholder });
  form.options = element("div", { class: "options", role: "group", "aria-label": "Readings" });
  form.choose = (cell) => {
    form.cell = cell;
    form.save.disabled = !cell;
    for (const line of form.options.querySelectorAll(".option")) line.setAttribute("aria-pressed", String(line.dataset.cell === cell));
  };
  form.pick = (option) => {
    form.choose(option.cell);
    if (!form.why.value) form.why.value = option.why;
  };
  form.scope = element("select", { "aria-label": "Where this holds" }, data.documents.map((each) => element("option", { value: each.id }, each.label)));
  const tell = (cell) => form.act({ do: "locate", name, cell, document: form.scope.value || "", ...signature(form) });
  form.save = button("It is there", () => tell(form.cell), "main");
  form.save.disabled = true;
  return [
    field("Where", form.look),
    form.options,
    data.documents.length ? field("Holds", form.scope) : null,
    signing(form, data),
    element("div", { class: "buttons" }, form.save, button("It is no place", () => tell(""))),
  ].filter(Boolean);
}

function nameList(form, data) {
  const items = data.names.map((each) => {
    const open = each.name === data.name;
    const head = element("button", { class: "unlocated", "aria-expanded": String(open), onclick: () => form.act({ do: "name", name: open ? "" : each.name }) },
      element("span", { class: "place" }, each.name), element("span", { class: "quiet small" }, each.times > 1 ? `named ${each.times} times` : "named once"));
    const shown = open ? each.passages : each.passages.slice(0, 1);
    const passages = shown.map((passage) => element("p", { class: "sentence" }, passage.before, element("mark", {}, passage.name), passage.after, " ",
      element("button", { class: "link small", onclick: () => form.act({ do: "passage", document: passage.document, at: passage.at }) }, `Passage in ${passage.where}`)));
    return element("li", {}, head, passages, open && !data.only_read ? whereForm(form, data, each.name, "The name it goes by today, or 38.08, 46.29") : null);
  });
  const more = data.more > 0 ? element("p", { class: "quiet small" }, `${data.more} more are named less often.`) : null;
  return [element("ul", { class: "names" }, items), more].filter(Boolean);
}

/* ---- one's own corrections */

function ownList(form, data) {
  if (!data.rows.length) return [element("p", { class: "quiet" }, "None. “Correct…” stands beside what is known of an event or a place.")];
  const items = data.rows.map((row) => element("li", {}, element("span", {}, element("span", {}, row.text), element("span", { class: "note" }, row.signed),
    row.problem ? element("span", { class: "failed note" }, row.problem) : null),
    button("Undo", () => form.act({ do: "undo", at: row.at }), "link")));
  return [element("ul", { class: "own" }, items), element("p", { class: "quiet small" }, `Kept in ${data.file}`)];
}
