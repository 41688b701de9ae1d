"use client";
import { usePathname } from "next/navigation";
import { useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import type { FormValues } from "@/lib/platform/action/result";
import type { StaleRecord } from "@/lib/platform/errors";
import { Banner } from "./banner";
import { type Difference, FormDifferences } from "./form-differences";
import { type Meeting, type MetFact, meetingOf } from "./form-merge";
import type { FormFailure } from "./form-submission";
import { nameInWords, valueText } from "./form-values";
import { instantText } from "./instant";

/** How a form says a field's name and value where its own name and value are not words: `tag` and an id, say. */
export type Wording = {
  label?: (name: string) => string;
  /** `known` are the words that came with the record, such as the names of places by their codes. */
  value?: (name: string, text: string, known: Meeting["words"]) => string;
};

/** What the panel about somebody else's change takes. */
export type FormStaleProps = {
  stale: StaleRecord;
  /** The refusal that brought it: what was posted, and what the form was opened with. */
  failure: FormFailure;
  wording?: Wording;
  /** Whether a field holds one text, which can be taken over by itself. */
  canAdopt: (name: string) => boolean;
  /** Puts their value into one field of the form. */
  onAdopt: (name: string, text: string) => void;
  onTakeTheirs: () => void;
};

/**
 * Says that somebody saved the record while this form was being filled in, and shows what they changed. Nothing is saved
 * until its person has chosen; the choice is a button that posts, or a link, so that both work without scripts. Where the
 * person had changed nothing, the form below already holds what is saved now (`useFormStart`), so that "mine over theirs"
 * is said of nothing but what both have changed.
 */
export function FormStale(props: FormStaleProps) {
  const { stale, failure, onAdopt, onTakeTheirs } = props;
  const [adopted, setAdopted] = useState<readonly string[]>([]);
  const meeting = meetingOf(failure, stale);
  const rows = differences(props, meeting, adopted);
  return (
    <div data-form-message tabIndex={-1} className="rounded-lg">
      <Banner
        role="alert"
        tone="warning"
        title={`${stale.by ?? "Somebody"} changed this while you were editing`}
        actions={<Choices onTakeTheirs={onTakeTheirs} />}
      >
        <p>
          It was saved {instantText(new Date(stale.at))}. Yours is not saved yet, and nothing of it is lost.{" "}
          {outcomeOf(meeting)}
        </p>
        {rows.length > 0 && (
          <FormDifferences
            rows={rows}
            onAdopt={(name) => {
              setAdopted([...adopted, name]);
              onAdopt(name, valueText(stale.values[name]));
            }}
          />
        )}
        {meeting.facts.length > 0 && <Facts facts={meeting.facts} />}
      </Banner>
    </div>
  );
}

/** What a save would do about their change, in a sentence. */
function outcomeOf({ fields, facts }: Meeting): string {
  if (fields.some(({ both }) => both)) return "Where only they changed something, your form now holds theirs.";
  if (fields.length > 0) return "You had not changed the same fields: your form now holds theirs as well.";
  return facts.length > 0 ? "It leaves your fields as they are." : "Nothing that this form shows was changed.";
}

/** What stays as they made it, whatever is saved here. */
function Facts({ facts }: { facts: readonly MetFact[] }) {
  return (
    <ul aria-label="Changed besides" className="grid gap-1">
      {facts.map(({ label, before, now }) => (
        <li key={label}>
          <span className="font-medium">{label}:</span> {now === "" ? "none" : now}
          <span className="text-ink-muted"> (when you opened it: {before === "" ? "none" : before})</span>
        </li>
      ))}
    </ul>
  );
}

function Choices({ onTakeTheirs }: Pick<FormStaleProps, "onTakeTheirs">) {
  const path = usePathname();
  return (
    <>
      <Button type="submit" size="sm">
        Save mine over theirs
      </Button>
      {/* Without scripts it opens the form anew, which then holds what they saved. */}
      <ButtonLink
        href={path}
        size="sm"
        tone="quiet"
        data-unguarded
        onClick={(event) => {
          event.preventDefault();
          onTakeTheirs();
        }}
      >
        Take theirs and drop mine
      </ButtonLink>
    </>
  );
}

function differences(
  { wording, canAdopt }: FormStaleProps,
  { fields, words }: Meeting,
  adopted: readonly string[],
): Difference[] {
  const said = (name: string, value: FormValues[string]) => {
    const text = valueText(value);
    return text === "" ? "" : (wording?.value?.(name, text, words) ?? text);
  };
  return fields.map(({ name, before, theirs, mine, both }) => ({
    name,
    label: wording?.label?.(name) ?? nameInWords(name),
    before: before === undefined ? null : said(name, before),
    theirs: said(name, theirs),
    mine: said(name, mine),
    kept: both && !adopted.includes(name),
    adoptable: canAdopt(name),
  }));
}
