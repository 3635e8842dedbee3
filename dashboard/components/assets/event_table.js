/* The events as rows: shape "table", "chronology" or "list". Each row leads to its event. */

export default function ({ data, parentElement, setTriggerValue }) {
  dress(parentElement);
  const act = outbox(parentElement, data.heard, setTriggerValue);
  if (isShown(parentElement, data)) return;
  const before = parentElement.querySelector(".root");
  const root = element("div", { class: `root ${data.dark ? "dark" : ""} ${data.phone ? "phone" : ""}` });
  root.style.setProperty("--height", `${data.height}px`);
  root.style.setProperty("--serif", '"Source Serif", Georgia, serif');
  root.append(data.shape === "table" ? table(data, act) : list(data, act));
  if (data.pages > 1) root.append(paging(data, act));
  const kept = before ? before.scrollTop : 0;
  exchange(parentElement, root);
  root.scrollTop = kept;
  keepInSight(root);
}

const COLUMNS = [["date", "Date"], ["title", "Event"], ["place", "Place"], ["countries", "Countries"], ["topics", "Topics"], ["told_by", "Who says so"]];

function table(data, act) {
  const head = element("tr", {}, COLUMNS.map(([key, label]) => {
    const sorted = data.sort === key ? "ascending" : data.sort === `-${key}` ? "descending" : null;
    const arrow = sorted && element("span", { class: "arrow", "aria-hidden": "true" }, sorted === "ascending" ? " ▴" : " ▾");
    return element("th", { scope: "col", "data-column": key, "aria-sort": sorted },
      element("button", { title: "Sort by this", onclick: () => act({ do: "sort", by: key }) }, label, arrow));
  }));
  const rows = data.rows.map((row) => {
    const open = () => act({ do: "event", id: row.id });
    const line = element("tr", { tabindex: "0", "aria-selected": String(row.id === data.selected), "data-event": row.id, onclick: open,
      onkeydown: (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); open(); } } },
      element("td", {}, row.date, element("span", { class: "note" }, row.basis)),
      element("td", {}, mark(row.family, row.look), element("span", { class: "title" }, row.title), element("span", { class: "note" }, row.status)),
      element("td", {}, row.place), element("td", {}, row.countries), element("td", {}, row.topics),
      element("td", {}, row.told_by, element("span", { class: "note" }, row.checked)));
    return line;
  });
  return element("table", { "aria-label": "Events" }, element("thead", {}, head), element("tbody", {}, rows));
}

function list(data, act) {
  const items = [];
  let year = null;
  for (const row of data.rows) {
    if (data.shape === "chronology" && row.year !== year) {
      if (year && row.year && row.year - year > 1) items.push(element("li", { class: "gap" }, `${row.year - year - 1} ${row.year - year === 2 ? "year" : "years"} without an event`));
      items.push(element("li", { class: "year" }, row.year || "Undated"));
      year = row.year;
    }
    items.push(element("li", { class: "event" }, element("button", { "aria-current": String(row.id === data.selected), "data-event": row.id, onclick: () => act({ do: "event", id: row.id }) },
      mark(row.family, row.look), element("span", {}, element("span", { class: "quiet small" }, row.date, data.shape === "list" && row.place ? ` · ${row.place}` : "", row.status ? ` · ${row.status}` : ""),
        element("span", { class: "title" }, row.title), data.shape === "list" && row.topics ? element("span", { class: "quiet small" }, row.topics) : null))));
  }
  return element("ol", { class: data.shape === "chronology" ? "axis" : null, "aria-label": "Events in order" }, items);
}

function paging(data, act) {
  const to = (page) => () => act({ do: "page", page });
  return element("div", { class: "paging" }, element("button", { class: "link", disabled: data.page === 0, onclick: to(data.page - 1) }, "‹ Rows before"),
    element("span", { class: "quiet" }, data.pages_text), element("button", { class: "link", disabled: data.page >= data.pages - 1, onclick: to(data.page + 1) }, "Rows after ›"));
}

/* Only this panel's own scroll moves; the page stays where the reader left it. */
function keepInSight(root) {
  const row = root.querySelector('[aria-selected="true"], [aria-current="true"]');
  if (!row) return;
  const top = row.offsetTop - 40, bottom = row.offsetTop + row.offsetHeight + 12;
  if (top < root.scrollTop) root.scrollTop = top;
  else if (bottom > root.scrollTop + root.clientHeight) root.scrollTop = bottom - root.clientHeight;
}
