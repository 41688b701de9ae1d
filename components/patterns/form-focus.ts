import { fieldId } from "@/components/ui/field-frame";

/** The control of a form with this name that can take the focus: by its id, else by its name, else the sentence about it. */
function controlNamed(form: HTMLFormElement, name: string): HTMLElement | null {
  const id = CSS.escape(fieldId(name));
  return (
    form.querySelector<HTMLElement>(`#${id}`) ??
    form.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]:not([type=hidden], :disabled)`) ??
    form.querySelector<HTMLElement>(`#${id}-error`)
  );
}

/** Gives the focus to the first control, in the order of the page, among those with these names. False where there is none. */
export function focusFirst(form: HTMLFormElement, names: readonly string[]): boolean {
  const [first] = names
    .flatMap((name) => controlNamed(form, name) ?? [])
    .toSorted((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  if (first === undefined) return false;
  if (!first.matches("input, select, textarea, button, a[href]")) first.tabIndex = -1;
  first.focus();
  return true;
}

/** Gives the focus to the message at the top of a form, which thereby is scrolled to and read out. */
export function focusMessage(form: HTMLFormElement): void {
  form.querySelector<HTMLElement>("[data-form-message]")?.focus();
}

/** Whether the field with this name holds one text, which can be put into it. */
export function takesText(form: HTMLFormElement, name: string): boolean {
  return textControl(form, name) !== null;
}

/** Puts a text into the field with this name, as if it had been typed. */
export function fillText(form: HTMLFormElement, name: string, text: string): void {
  const control = textControl(form, name);
  if (control === null) return;
  control.value = text;
  control.dispatchEvent(new Event("input", { bubbles: true }));
}

function textControl(form: HTMLFormElement, name: string) {
  const control = controlNamed(form, name);
  // The box of a picker has the field's id, but holds what is typed to find a value, not the value.
  const text = `:is(input:not([type=checkbox], [type=radio]), textarea, select)[name="${CSS.escape(name)}"]`;
  return control?.matches(text) === true
    ? (control as HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement)
    : null;
}
