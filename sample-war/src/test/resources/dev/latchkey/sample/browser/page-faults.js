// Answers with what a page lacks for people who read it otherwise than at first thought: see PageFaults.
const faults = [];
const fault = (what, element) => faults.push(`${what}: ${element.outerHTML.replace(/\s+/g, ' ').slice(0, 120)}`);
const all = (selector) => [...document.querySelectorAll(selector)];
const visible = (element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
const textOf = (ids) => (ids ?? '').split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? '').join(' ').trim();

if (!document.documentElement.lang) faults.push('The page says no language');
if (!document.title.trim()) faults.push('The page has no title');
if (all('h1').filter(visible).length !== 1) faults.push('The page has not exactly one h1');
if (all('main').length !== 1) faults.push('The page has not exactly one main');

const levels = all('h1, h2, h3, h4').filter(visible);
levels.forEach((heading, index) => {
  const before = levels.slice(0, index).reverse().find((other) => other.tagName !== heading.tagName);
  if (before && Number(heading.tagName[1]) > Number(before.tagName[1]) + 1) fault('A level of headings is left out', heading);
});

const ids = all('[id]').map(({ id }) => id);
ids.filter((id, index) => ids.indexOf(id) !== index).forEach((id) => faults.push(`The id ${id} is there twice`));
for (const attribute of ['for', 'aria-labelledby', 'aria-describedby']) {
  for (const element of all(`[${attribute}]`)) {
    element.getAttribute(attribute).split(/\s+/).filter((id) => !document.getElementById(id))
      .forEach((id) => fault(`${attribute} names ${id}, which is not there`, element));
  }
}

for (const input of all('input:not([type=hidden]), select, textarea').filter(visible)) {
  const label = input.labels?.[0]?.textContent || textOf(input.getAttribute('aria-labelledby')) || input.ariaLabel;
  if (!label?.trim()) fault('An input has no label', input);
  if (input.getAttribute('aria-invalid') === 'true' && !textOf(input.getAttribute('aria-describedby'))) {
    fault('A wrong input has no sentence', input);
  }
}
for (const control of all('button, a[href], summary').filter(visible)) {
  if (!(control.ariaLabel || control.textContent).trim()) fault('A control has no name', control);
  const { width, height } = control.getBoundingClientRect();
  if (control.closest('p') === null && (width < 24 || height < 24)) fault('A control is smaller than 24 by 24', control);
}
for (const image of all('img')) {
  if (!image.hasAttribute('alt')) fault('An image has no alt', image);
}

const width = document.documentElement.clientWidth;
if (document.documentElement.scrollWidth > width) {
  faults.push(`The page is ${document.documentElement.scrollWidth} wide on a screen of ${width}`);
  all('body *').filter((element) => visible(element) && element.getBoundingClientRect().right > width + 1)
    .forEach((element) => fault('Wider than the screen', element));
}
for (const element of all('body *').filter(visible)) {
  if (getComputedStyle(element).overflow !== 'visible' && element.scrollWidth > element.clientWidth + 1 && element.tagName !== 'INPUT') {
    fault('Text is cut off', element);
  }
}

const channels = (color) => color.match(/[\d.]+/g).map(Number);
const luminance = (color) => {
  const [red, green, blue] = channels(color).slice(0, 3).map((channel) => channel / 255)
    .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const behind = (element) => {
  for (let at = element; at; at = at.parentElement) {
    const color = getComputedStyle(at).backgroundColor;
    if ((channels(color)[3] ?? 1) === 1) return color;
  }
  return 'rgb(255, 255, 255)';
};
const contrast = (one, other) => {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};
const hasText = (element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
for (const element of all('body *').filter((each) => visible(each) && hasText(each) && !each.closest(':disabled'))) {
  const style = getComputedStyle(element);
  const size = parseFloat(style.fontSize);
  const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
  const ratio = contrast(style.color, behind(element));
  if (ratio < (large ? 3 : 4.5)) fault(`Contrast of text is ${ratio.toFixed(2)}`, element);
}
for (const input of all('input:not([type=hidden])').filter(visible)) {
  const ratio = contrast(getComputedStyle(input).borderTopColor, behind(input.parentElement));
  if (ratio < 3) fault(`Contrast of the border is ${ratio.toFixed(2)}`, input);
}
return faults;
