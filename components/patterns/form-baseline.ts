import type { FormValues } from "@/lib/platform/action/result";
import { formValues } from "./form-values";

/**
 * The values with which the server sent a form, whatever has been typed since or filled in again by the browser. Inputs
 * without a value of their own to begin with, such as hidden ones, count as they are now.
 */
export function baselineOf(form: HTMLFormElement): FormValues {
  const data = new FormData();
  for (const control of form.elements) {
    if (isControl(control) && control.name !== "" && !control.matches(":disabled")) {
      for (const value of initialValues(control)) data.append(control.name, value);
    }
  }
  return formValues(data);
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function isControl(element: Element): element is Control {
  return element.matches("input:not([type=submit], [type=button], [type=image], [type=file]), textarea, select");
}

function initialValues(control: Control): string[] {
  if (control instanceof HTMLSelectElement) return initiallySelected(control);
  if (control.type === "checkbox" || control.type === "radio") {
    return control instanceof HTMLInputElement && control.defaultChecked ? [control.value] : [];
  }
  return [control.defaultValue];
}

/** Without any option marked, a browser selects the first one that can be. */
function initiallySelected(select: HTMLSelectElement): string[] {
  const options = [...select.options];
  const marked = options.filter(({ defaultSelected }) => defaultSelected);
  if (marked.length > 0 || select.multiple) return marked.map(({ value }) => value);
  const first = options.find(({ disabled }) => !disabled);
  return first === undefined ? [] : [first.value];
}
