import type { ShownReason } from "./reason-list";

/** The reasons of a refusal or a question as paragraphs of their own, each sentence once: one role can stand behind several parts of a change. */
export function ReasonSentences({ reasons = [] }: { reasons: readonly Pick<ShownReason, "text">[] | undefined }) {
  return [...new Set(reasons.map(({ text }) => text))].map((text) => <p key={text}>{text}</p>);
}
