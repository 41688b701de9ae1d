"use client";
import { useEffect, useRef, useState } from "react";
import { useFormError, useFormRecords, useFormValues } from "@/components/patterns/form-context";
import { FieldError, fieldId } from "@/components/ui/field-frame";
import { similarAnswerSchema, similarHref } from "@/lib/places/partner-duplicates/schemas";
import type { NamedRecord } from "@/lib/platform/errors";

/** The field that says that the hint was shown. */
const SEEN = "duplicatesSeen";

/** The fields that are looked at as one leaves them. */
const WATCHED = ["name", "postcode"];

/**
 * Partners that may be the one which is being made, as soon as its name or postcode is typed; without scripts they come
 * back with the first try. A hint and no bar: once it was shown, the form says so and the partner is made.
 */
export function SimilarPartners() {
  const values = useFormValues();
  const refused = useFormError(SEEN);
  const told = useFormRecords();
  const box = useRef<HTMLDivElement>(null);
  const [found, setFound] = useState<readonly NamedRecord[] | null>(null);
  const [seen, setSeen] = useState(values[SEEN] !== undefined || told.length > 0);
  const shown = found ?? told;
  useEffect(() => {
    if (shown.length > 0) setSeen(true);
  }, [shown]);
  useEffect(() => {
    const form = box.current?.closest("form");
    return form == null ? undefined : watch(form, setFound);
  }, []);
  return (
    <div ref={box} role="status" className="empty:hidden">
      {(seen || shown.length > 0) && <input type="hidden" name={SEEN} value="yes" />}
      {shown.length > 0 && (
        <div className="grid gap-1.5 rounded-lg border border-line bg-warning-soft px-4 py-3 text-ink">
          {refused === undefined ? (
            <p className="font-medium">Is it there already? These are like it:</p>
          ) : (
            <FieldError id={`${fieldId(SEEN)}-error`}>{refused}</FieldError>
          )}
          <ul className="grid gap-0.5">
            {shown.map(({ name, href }) => (
              <li key={href}>
                {/* In a tab of its own: what was typed stays. */}
                <a
                  href={href}
                  target="_blank"
                  rel="noreferrer"
                  className="inline-block min-h-6 underline underline-offset-2"
                >
                  {name}
                  <span className="sr-only"> (opens in a new tab)</span>
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

/** Looks again whenever one of the fields was left with another text. A look that fails hints at nothing: the server looks once more. */
function watch(form: HTMLFormElement, onFound: (found: readonly NamedRecord[]) => void): () => void {
  const stop = new AbortController();
  let asked = similarHref("", "");
  const look = async ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLInputElement) || !WATCHED.includes(target.name)) return;
    const data = new FormData(form);
    const [name = "", postcode = ""] = WATCHED.map((field) => String(data.get(field) ?? "").trim());
    const href = similarHref(name, postcode);
    if (href === asked) return;
    asked = href;
    const found = await ask(href, stop.signal);
    // Another look may be on its way meanwhile, and only the last one counts.
    if (href === asked && !stop.signal.aborted) onFound(found);
  };
  form.addEventListener("focusout", look, { signal: stop.signal });
  return () => stop.abort();
}

async function ask(href: string, signal: AbortSignal): Promise<readonly NamedRecord[]> {
  try {
    const answer = await fetch(href, { signal, headers: { accept: "application/json" } });
    const parsed = similarAnswerSchema.safeParse(answer.ok ? await answer.json() : null);
    return parsed.success ? parsed.data.partners : [];
  } catch {
    return [];
  }
}
