/* The suggestions below a search field: which one is active, and whether they are open. What they are says the server. */

const fieldOf = (event) => event.target.closest?.('.search [role=combobox]');
const listOf = (field) => document.getElementById(field.getAttribute('aria-controls'));
const activeOf = (field) => document.getElementById(field.getAttribute('aria-activedescendant'));

function open(field, yes) {
  listOf(field).hidden = !yes;
  field.setAttribute('aria-expanded', yes);
  if (!yes) {
    activate(field, null);
  }
}

function activate(field, option) {
  activeOf(field)?.setAttribute('aria-selected', 'false');
  field.removeAttribute('aria-activedescendant');
  if (option) {
    option.setAttribute('aria-selected', 'true');
    field.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  }
}

function move(field, step) {
  const options = [...listOf(field).children];
  const next = options.indexOf(activeOf(field)) + step;
  // One step beyond either end is the field itself.
  activate(field, next === -2 ? options.at(-1) : options[next]);
}

document.addEventListener('suggested', (event) => {
  const field = fieldOf(event);
  activate(field, null);
  // An answer to what has been searched meanwhile would lie over the results.
  const wanted = document.activeElement === field && field.value !== field.searched;
  open(field, wanted && listOf(field).children.length > 0);
});

document.addEventListener('keydown', (event) => {
  const field = fieldOf(event);
  if (!field || event.isComposing || !listOf(field)?.children.length) {
    return;
  }
  const opened = !listOf(field).hidden;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    open(field, true);
    move(field, event.key === 'ArrowDown' ? 1 : -1);
  } else if (event.key === 'Enter' && opened && activeOf(field)) {
    activeOf(field).click();
  } else if (event.key === 'Escape' && opened) {
    open(field, false);
  } else {
    return;
  }
  event.preventDefault();
}, true);

/* The field keeps the focus while an option is pressed, so that the list stays until the click. */
document.addEventListener('mousedown', (event) => event.target.closest?.('.search [role=option]') && event.preventDefault());

/* Where an option leads, its list is in the way. */
document.addEventListener('click', (event) => {
  const field = event.target.closest?.('.search [role=option]')?.closest('.search').querySelector('[role=combobox]');
  if (field) {
    open(field, false);
  }
});

document.addEventListener('focusout', (event) => {
  const field = fieldOf(event);
  if (field && listOf(field)) {
    open(field, false);
  }
});

document.addEventListener('submit', (event) => {
  const field = event.target.querySelector?.('[role=combobox]');
  if (field && listOf(field)) {
    field.searched = field.value;
    open(field, false);
  }
}, true);
