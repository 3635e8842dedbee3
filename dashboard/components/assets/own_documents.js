/* The list of the documents that readers added, and under it the volumes the atlas holds. */

export default function ({ data, parentElement, setTriggerValue }) {
  dress(parentElement);
  const act = outbox(parentElement, data.heard, setTriggerValue);
  if (isShown(parentElement, data)) return;
  const kept = parentElement.kept ??= { asking: new Set(), open: new Map() };
  const root = element("section", { class: `root ${data.dark ? "dark" : ""}`, "aria-label": "Added documents" });
  root.append(element("div", { class: "said", role: "status" }, data.said && element("p", {}, data.said)), refused(data.refused, act));
  if (data.files.length) {
    root.append(element("h2", {}, data.title), element("ol", { class: "files" }, data.files.map((file) => fileItem(file, act, data.removable, kept))));
    if (data.more) root.append(element("p", { class: "quiet small" }, data.more));
  }
  root.append(element("h2", {}, "In this atlas"), element("p", { class: "quiet" }, `${data.atlas}. The atlas is all that was read, with what was found in it; every page shows the same.`), element("ul", { class: "shelves" }, data.collections.map(shelf)));
  exchange(parentElement, root);
}

/* What could not be read stays in sight, whatever comes in behind it, until the reader has seen it. */
function refused(all, act) {
  return element("div", { class: "said refused", role: "alert" }, all.map((words) => element("p", {}, words)),
    all.length > 0 && element("button", { class: "link small", onclick: () => act({ do: "seen" }) }, all.length > 1 ? "Dismiss these" : "Dismiss"));
}

function shelf(each) {
  const name = each.href ? element("a", { class: "link", href: each.href, target: "_self" }, each.name) : each.name;
  return element("li", {}, name, element("span", { class: "quiet small" }, each.count));
}

/* `kept` outlives the drawing: which files the reader is asked about, and which lists are unfolded. */
function fileItem(file, act, removable, kept) {
  const asking = kept.asking.has(file.name);
  const remove = element("button", { class: "link remove", hidden: asking, onclick: () => ask() }, "Remove");
  const confirm = element("span", { class: "confirm", hidden: !asking }, "Take it out of the atlas? ",
    element("button", { class: "link", onclick: () => { kept.asking.delete(file.name); act({ do: "remove", name: file.name }); } }, "Remove"), " · ",
    element("button", { class: "link", onclick: () => ask(false) }, "Keep"));
  const ask = (open = true) => {
    kept.asking[open ? "add" : "delete"](file.name);
    confirm.hidden = !open;
    remove.hidden = open;
    (open ? confirm.querySelector("button") : remove).focus();
  };
  return element("li", { "data-file": file.name },
    element("div", { class: "line" }, element("span", { class: "quiet small name" }, file.label), removable && element("span", { class: "right" }, remove, confirm)),
    file.documents.map((document) => documentItem(document, file.open && file.documents.length === 1, kept)),
    file.more ? element("p", { class: "quiet small" }, file.more) : null,
    file.problems.map((words) => element("p", { class: "problem small" }, words)));
}

function documentItem(document, open, kept) {
  const links = [element("a", { class: "link", href: document.read, target: "_self" }, "Read it"),
    document.explore ? element("a", { class: "link", href: document.explore, target: "_self" }, "On timeline and map") : null];
  return element("article", { "data-document": document.id },
    element("h3", {}, document.title),
    element("p", { class: "small" }, [document.when, document.place].filter(Boolean).join(", "), element("span", { class: "quiet" }, ` · ${document.basis}`)),
    document.problem ? element("p", { class: "problem small" }, document.problem) : element("p", { class: "small" }, document.counts),
    document.dark.length ? element("div", { class: "small dark-list" }, element("span", { class: "quiet" }, "Not understood"), element("ul", {}, document.dark.map(darkItem))) : null,
    document.events.length ? element("details", { open: kept.open.get(document.id) ?? open, ontoggle: (event) => kept.open.set(document.id, event.target.open) }, element("summary", { class: "small" }, "What was found"),
      element("ul", { class: "events" }, document.events.map(eventItem))) : null,
    element("p", { class: "links small" }, links));
}

function darkItem(dark) {
  const quoted = (word, at) => dark.links[at] ? element("a", { class: "link", href: dark.links[at], target: "_self" }, element("q", {}, word)) : element("q", {}, word);
  const words = dark.words.flatMap((word, at) => [at ? ", " : " ", word.startsWith("…") ? word : quoted(word, at)]);
  return element("li", {}, dark.what, words, words.length ? ". " : " ", element("span", { class: "quiet" }, dark.remedy));
}

function eventItem(event) {
  return element("li", {}, mark(event.family, event.look), element("span", { class: "quiet small date" }, event.date),
    element("span", {}, element("a", { class: "plain", href: event.href, target: "_self" }, event.title),
      event.doubts ? element("span", { class: "quiet small doubts" }, event.doubts) : null));
}
