/** What a decision's reason shows: its sentence, and the path from the record to the grant where there is one. */
export type ShownReason = { code: string; text: string; via: string | null };

/** The reasons of a decision in plain words. */
export function ReasonList({ reasons }: { reasons: readonly ShownReason[] }) {
  return (
    <ul className="grid gap-2">
      {reasons.map(({ code, text, via }) => (
        <li key={`${code} ${text} ${via ?? ""}`} data-reason={code}>
          {text}
          {via !== null && <span className="block text-sm text-ink-muted">Through {via}</span>}
        </li>
      ))}
    </ul>
  );
}
