import { useState } from "react";
import type { FormValues } from "@/lib/platform/action/result";
import type { StaleRecord } from "@/lib/platform/errors";
import { type LoadedRecord, meetingOf, readLoaded, takenOver } from "./form-merge";
import type { FormFailure } from "./form-submission";
import { valueText } from "./form-values";

type Start = {
  /** Changes whenever the fields are to be filled anew. */
  turn: number;
  values: FormValues;
  /** The version of the record that a save names; undefined for a form that knows none. */
  version: string | undefined;
  /** The record in that version. */
  loaded: LoadedRecord;
};

/** What a form's fields begin with, and how they begin anew. */
export type FormStart = Start & {
  /** Fills the fields with what somebody else has saved meanwhile. */
  takeOver: (stale: StaleRecord) => void;
};

/**
 * A form begins with the record's values or, where a post without scripts was refused, with what was typed. Once its
 * person has been shown somebody else's change, a save names the version of that change, and the fields that they had
 * not touched hold what is saved now.
 * @param loaded the record, where the values to begin with are not all its own.
 */
export function useFormStart(values: FormValues, loaded: LoadedRecord | undefined, failure: FormFailure | null) {
  const [start, setStart] = useState(() => begin(values, loaded ?? recordOf(values), failure));
  const stale = failure?.stale;
  if (failure !== null && stale !== undefined && start.version !== String(stale.version)) {
    setStart(meet(start, failure, stale));
  }
  return {
    ...start,
    takeOver: (theirs) => setStart({ ...start, turn: start.turn + 1, values: { ...values, ...theirs.values } }),
  } satisfies FormStart;
}

function recordOf({ version: _, ...values }: FormValues): LoadedRecord {
  return { values };
}

function begin(values: FormValues, record: LoadedRecord, failure: FormFailure | null): Start {
  const filled = { ...values, ...failure?.values };
  const version = Object.hasOwn(filled, "version") ? valueText(filled.version) : undefined;
  const start = { turn: 0, values: filled, version, loaded: readLoaded(failure?.loaded) ?? record };
  // The first filling is the first turn, whatever it holds.
  return failure?.stale === undefined ? start : { ...meet(start, failure, failure.stale), turn: 0 };
}

function meet(start: Start, failure: FormFailure, stale: StaleRecord): Start {
  const meeting = meetingOf(failure, stale);
  const taken = takenOver(meeting);
  const anew = Object.keys(taken).length > 0;
  return {
    turn: anew ? start.turn + 1 : start.turn,
    values: anew ? { ...failure.values, ...taken } : start.values,
    version: String(stale.version),
    loaded: { values: stale.values, facts: stale.facts, words: meeting.words },
  };
}
