/* The bar of the page Read: which document is open, the ones before and after it, and the list to choose from. The
   parts are made once, so that the open list and a half-written search stay as they are. */

export default function ({ data, parentElement, setTriggerValue }) {
  dress(parentElement);
  const act = outbox(parentElement, data.heard, setTriggerValue);
  const bar = parentElement.bar || build(parentElement);
  bar.act = act;
  fill(bar, data);
  watchScreen(parentElement, bar.root, data.screen, (width, height) => bar.act({ do: "screen", width, height }));
  parentElement.stop = () => parentElement.stopResize?.();
}

function build(parentElement) {
  const bar = {};
  const step = (label, sign, key) => element("button", { class: "step", "aria-label": label, title: label, onclick: () => bar.act({ do: "open", id: bar[key] }) }, sign);
  bar.earlier = step("Document before this one", "‹ Before", "before");
  bar.later = step("Document after this one", "After ›", "after");
  bar.position = element("span", { class: "quiet small" });
  bar.listed = element("span", { class: "value" });
  bar.total = element("span", { class: "count" });
  bar.button = element("button", { class: "menu-button", "aria-haspopup": "dialog" }, bar.listed, bar.total);
  bar.search = searchField({ placeholder: "Search the documents’ words", "aria-label": "Search documents" }, (text) => bar.act({ do: "search", text }));
  bar.list = element("ol", { "aria-label": "Documents" });
  bar.paging = element("div", { class: "paging" });
  bar.menu = element("div", { class: "wide", popover: "auto" }, bar.search, bar.list, bar.paging);
  bar.button.popoverTargetElement = bar.menu;
  placeUnder(bar.menu, bar.button);
  bar.explore = element("a", { class: "link", target: "_self" }, "Its events on timeline and map");
  bar.notice = element("p", { class: "notice", role: "alert" });
  bar.root = element("section", { "aria-label": "Documents" },
    element("div", { class: "line" }, bar.button, bar.earlier, bar.position, bar.later, element("span", { class: "right" }, bar.explore)), bar.menu, bar.notice);
  parentElement.append(bar.root);
  parentElement.bar = bar;
  return bar;
}

function fill(bar, data) {
  bar.root.className = `root ${data.dark ? "dark" : ""} ${data.phone ? "phone" : ""}`;
  Object.assign(bar, { before: data.before, after: data.after });
  bar.earlier.disabled = !data.before;
  bar.later.disabled = !data.after;
  bar.position.textContent = data.position;
  bar.listed.textContent = data.listed;
  bar.total.textContent = data.total;
  bar.explore.href = data.explore;
  bar.explore.hidden = !data.explore;
  bar.notice.textContent = data.notice;
  bar.notice.hidden = !data.notice;
  bar.search.hold(data.words);
  keep(bar.list, JSON.stringify(data.rows), () => data.rows.map((row) => line(bar, row)));
  const to = (page, label, open) => element("button", { class: "link", disabled: !open, onclick: () => bar.act({ do: "page", page }) }, label);
  bar.paging.hidden = data.pages < 2 && Boolean(data.rows.length);
  keep(bar.paging, JSON.stringify([data.page, data.pages, data.pages_text, data.empty, data.rows.length > 0]), () => (data.rows.length
    ? [to(data.page - 1, "‹ Before", data.page > 0), element("span", { class: "quiet" }, data.pages_text), to(data.page + 1, "After ›", data.page < data.pages - 1)]
    : [element("span", { class: "quiet" }, data.empty)]));
}

function line(bar, row) {
  return element("li", {}, element("button", { "aria-current": String(row.on), "data-document": row.id, onclick: () => { bar.menu.hidePopover(); bar.act({ do: "open", id: row.id }); } },
    element("span", { class: "title" }, row.title), element("span", { class: "quiet small" }, row.about),
    row.snippet ? element("span", { class: "snippet small" }, row.snippet.map((piece) => piece.found ? element("mark", {}, piece.text) : piece.text)) : null));
}
