/* The export menu: nothing is made until it is asked for; while it is being made, the menu says so. */

function exportMenu(act) {
  const menu = element("div", { class: "exports", popover: "auto" });
  const button = element("button", { class: "menu-button", "aria-haspopup": "dialog" }, "Export");
  button.popoverTargetElement = menu;
  placeUnder(menu, button);
  const shown = element("p", {});
  const said = element("p", { class: "said", role: "status" });
  return { button, menu, shown, said, act };
}

function fillExports(exports, data) {
  settleAnswer(data.exports.answer);
  exports.shown.replaceChildren(element("strong", {}, data.sentence.shown), " ", data.sentence.left, " ", element("span", { class: "quiet" }, data.exports.included));
  if (exports.menu.childElementCount) return;
  const groups = data.exports.groups.map((group) => element("fieldset", {}, element("legend", {}, group.title), group.rows.map((row) => exportRow(exports, row))));
  exports.menu.append(exports.shown, exports.said, element("div", { class: "groups" }, element("div", {}, groups.slice(0, 2), groups.slice(3)), element("div", {}, groups[2])));
}

function exportRow(exports, row) {
  const buttons = row.forms.map((form) => element("button", { class: "link", title: form.title, "aria-label": row.label ? `${row.label} as ${form.title}` : form.title, onclick: () => download(exports, form) }, form.short));
  return element("div", { class: "export-row" }, row.label && element("span", { class: "name" }, row.label), buttons);
}

async function download(exports, form) {
  if (exports.making) return;
  exports.making = true;
  const done = busy(exports.said, `Making ${form.title} …`);
  try {
    const answer = await askFor(exports.act, { do: "export", view: form.view, format: form.format });
    save(await fetched(answer), answer.name);
    exports.said.textContent = `${answer.name} saved.`;
  } catch (error) {
    exports.said.textContent = error.message;
  } finally {
    exports.making = false;
    done();
  }
}
