"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, type RefObject, useEffect, useRef, useTransition } from "react";

/** How long typing rests before the list is asked again, in milliseconds: longer than between two letters of a word. */
const TYPING_PAUSE_MS = 350;

/** What a form holds, by the names of its controls. */
export type FilterValues = Readonly<Record<string, string | readonly string[]>>;

/** What the form of a list takes. */
export type FilterFormProps = {
  /** The list's own address, without parameters. */
  path: string;
  /** What the form is called. */
  label: string;
  /** The address of what the list shows now. */
  shown: string;
  /** What the controls hold for that: they follow it when something else has moved on, such as Back. */
  values: FilterValues;
  /** The address of the list for what the form holds, always the same for the same. */
  hrefOf: (parameters: Readonly<Record<string, string[]>>) => string;
  children: ReactNode;
};

/**
 * A list's one form. Without scripts it is sent with its Apply button. With them every choice is applied as it is made,
 * and typing when it rests, each as an entry of the history; one search is one entry, however often it pauses.
 */
export function FilterForm({ children, ...props }: FilterFormProps) {
  const { path, label } = props;
  const form = useRef<HTMLFormElement>(null);
  const search = useRef<Search>({ timer: 0, isEntry: false, followed: null });
  const { apply, pending } = useApply(form, props, search);
  useChanges(form, props.values, apply, search);
  useLinks(search);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    apply("push");
  };
  return (
    <form
      ref={form}
      action={path}
      method="get"
      onSubmit={submit}
      aria-label={label}
      aria-busy={pending || undefined}
      data-pending={pending || undefined}
    >
      {children}
    </form>
  );
}

type Apply = (entry: "push" | "replace") => void;

/** What is being typed: the wait until it rests, and whether it has an entry of the history already. */
type Search = {
  timer: number;
  isEntry: boolean;
  /** The link that was followed last, where that was done by keyboard. */
  followed: Element | null;
};

function forget(search: RefObject<Search>): void {
  clearTimeout(search.current.timer);
  search.current.isEntry = false;
}

function useApply(
  form: RefObject<HTMLFormElement | null>,
  { shown, values, hrefOf }: Pick<FilterFormProps, "shown" | "values" | "hrefOf">,
  search: RefObject<Search>,
) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const asked = useRef(shown);
  useEffect(() => {
    // While an answer of ours is on its way, the form is ahead of the page.
    if (pending || shown === asked.current) return;
    asked.current = shown;
    forget(search);
    if (form.current === null) return;
    fill(form.current, values);
    regainFocus(form.current, search.current);
  }, [form, pending, values, search, shown]);
  const apply: Apply = (entry) => {
    if (form.current === null) return;
    const href = hrefOf(readForm(form.current));
    if (href === asked.current) return;
    asked.current = href;
    startTransition(() => router[entry](href, { scroll: false }));
  };
  return { apply, pending };
}

/** Native events, because controls that hold their value in a hidden input can fire no others. */
function useChanges(
  form: RefObject<HTMLFormElement | null>,
  values: FilterValues,
  apply: Apply,
  search: RefObject<Search>,
): void {
  const latest = useRef(apply);
  const shown = useRef(values);
  useEffect(() => {
    latest.current = apply;
    shown.current = values;
  });
  useEffect(() => {
    const element = form.current;
    if (element === null) return;
    const typing = search.current;
    const onInput = ({ target }: Event) => {
      if (!isSearch(target)) return;
      clearTimeout(typing.timer);
      typing.timer = window.setTimeout(() => {
        latest.current(typing.isEntry ? "replace" : "push");
        typing.isEntry = true;
      }, TYPING_PAUSE_MS);
    };
    const onChange = ({ target }: Event) => {
      const entry = isSearch(target) && typing.isEntry ? "replace" : "push";
      forget(search);
      latest.current(entry);
    };
    element.addEventListener("input", onInput);
    element.addEventListener("change", onChange);
    // Who was quicker than the scripts has typed or chosen already; any other difference is a browser filling the form in
    // from a visit before.
    if (element.contains(document.activeElement)) {
      latest.current("push");
      typing.isEntry = isSearch(document.activeElement);
    } else fill(element, shown.current);
    return () => {
      clearTimeout(typing.timer);
      element.removeEventListener("input", onInput);
      element.removeEventListener("change", onChange);
    };
  }, [form, search]);
}

/** A link that is followed leads where it says, whatever is still being typed. */
function useLinks(search: RefObject<Search>): void {
  useEffect(() => {
    const onClick = ({ target, detail }: MouseEvent) => {
      const link = target instanceof Element ? target.closest("a[href]") : null;
      if (link === null) return;
      forget(search);
      search.current.followed = detail === 0 ? link : null;
    };
    document.addEventListener("click", onClick, { capture: true });
    return () => document.removeEventListener("click", onClick, { capture: true });
  }, [search]);
}

/** Where the link that was followed is gone, as a filter's chip is, its focus goes to the search box instead of getting lost. */
function regainFocus(form: HTMLFormElement, { followed }: Search): void {
  if (followed?.isConnected !== false || document.activeElement !== document.body) return;
  form.querySelector<HTMLElement>("[type=search]")?.focus({ preventScroll: true });
}

function isSearch(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type === "search";
}

function readForm(form: HTMLFormElement): Record<string, string[]> {
  const data = new FormData(form);
  const names = [...new Set(data.keys())];
  const texts = (name: string) => data.getAll(name).filter((value) => typeof value === "string");
  return Object.fromEntries(names.map((name) => [name, texts(name)]));
}

/** Controls that the values do not name, such as those of a picker, look after themselves. */
function fill(form: HTMLFormElement, values: FilterValues): void {
  for (const control of form.elements) {
    if (!(control instanceof HTMLSelectElement || control instanceof HTMLInputElement)) continue;
    const value = values[control.name];
    if (value === undefined || control.type === "hidden") continue;
    const list = [value].flat();
    if (control.type === "checkbox" && control instanceof HTMLInputElement)
      control.checked = list.includes(control.value);
    else control.value = list[0] ?? "";
  }
}
