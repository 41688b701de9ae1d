import "server-only";
import { type RefusalCode, type RefusalDetails, refusalSentences, type StaleRecord } from "@/lib/platform/errors";

/** A reason of a decision as the page shows it. */
export type ShownReason = Readonly<{ code: string; text: string }>;

/** A record that the actor would no longer see, as a confirmation names it. */
export type DisappearingRecord = Readonly<{ type: string; id: string; name: string }>;

/** What a form sent: one text for each name, or several where the name is repeated. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>;

/** An expected outcome that is no success. `message` is a whole sentence for the person. */
export type ActionFailure = Readonly<{
  ok: false;
  code: RefusalCode;
  message: string;
  /** One sentence for each field that is wrong, by the field's name. */
  fields?: Readonly<Record<string, string>>;
  /** Why the policy refused or asks for confirmation. */
  reasons?: readonly ShownReason[];
  /** With `confirmation_required`: what would disappear, and the text to send back as `confirmed`. */
  disappearing?: readonly DisappearingRecord[];
  confirmation?: string;
  /** With `conflict`, where a form was filled in on an older version: the record as it is now. */
  stale?: StaleRecord;
  /** With `unavailable`: the id to quote to whoever looks into it. */
  requestId?: string;
  /** What was typed, so that no form loses it, also without client JavaScript. */
  values?: FormValues;
  /** What the form said of the record as it was opened (`LOADED_FIELD`), as it said it. */
  loaded?: string;
}>;

/** What every server action returns. `data` is what the action made; expected refusals are values, never thrown. */
export type ActionResult<Data> = Readonly<{ ok: true; data: Data }> | ActionFailure;

/** A failure with the sentence of its code, or a better one. */
export function failure(code: RefusalCode, details: RefusalDetails & Partial<ActionFailure> = {}): ActionFailure {
  return { ...details, ok: false, code, message: details.message ?? refusalSentences[code] };
}
