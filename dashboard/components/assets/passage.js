/* The words of a document, shared by whoever shows them: runs that know what they are, and the citation to copy. */

/* One stretch of text: what it is decides the tag, never what it says. */
function runNode(run, act) {
  if (run.kind === "note") return element("sup", {}, run.text);
  if (run.kind === "page") return element("span", { class: "page" }, run.text);
  const classes = [run.kind, run.evidence && "evidence", run.here && "here"].filter(Boolean).join(" ");
  if (run.target) {
    const go = () => act({ do: run.kind === "date" ? "event" : run.kind, id: run.target });
    // A span, since a button cannot break over two lines.
    return element("span", { class: `${classes} word`, role: "button", tabindex: "0", title: run.title, onclick: go,
      onkeydown: (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); go(); } } }, run.text);
  }
  return classes ? element("span", { class: classes, title: run.title }, run.text) : document.createTextNode(run.text);
}

function copyButton(text) {
  const button = element("button", { class: "link", title: "Copy the citation", onclick: async () => {
    await copyText(text);
    said.textContent = " Citation copied.";
    setTimeout(() => { said.textContent = ""; }, 4000);
  } }, "Cite");
  const said = element("span", { class: "done", role: "status" });
  return [button, said];
}
