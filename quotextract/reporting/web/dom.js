// Making elements. Data becomes text nodes and properties, never markup.

/** Make an element: properties, `aria-` and `data-` attributes, then children. */
function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null) continue;
    if (name === "class") made.className = value;
    else if (/^(aria-|data-|role$|colspan$)/.test(name)) made.setAttribute(name, value);
    else made[name] = value;
  }
  made.append(...children.filter((child) => child !== null && child !== ""));
  return made;
}

function byId(id) {
  return document.getElementById(id);
}

/** A link to where an article was published; other schemes than the web's stay text. */
function webLink(url, text) {
  if (!/^https?:\/\//i.test(url)) return url && element("span", {}, url);
  return element("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, text);
}

/** Tell whether keys go into a field. */
function isTyping(target) {
  return target.matches("textarea, select, input:not([type=checkbox], [type=range])");
}

/** Keep a CSS variable at the height of what sticks to the top. */
function watchHeight(node, variable) {
  const root = document.documentElement;
  new ResizeObserver(() => {
    const sticks = getComputedStyle(node).position === "sticky";
    root.style.setProperty(variable, `${sticks ? node.offsetHeight : 0}px`);
  }).observe(node);
}
