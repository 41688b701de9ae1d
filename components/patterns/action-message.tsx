import type { ActionResult } from "@/lib/platform/action/result";

/** The sentence that says why an action was refused, read out as it appears; nothing after a success or before any try. */
export function ActionMessage({ result }: { result: ActionResult<unknown> | null }) {
  if (result === null || result.ok) return null;
  return (
    <div role="alert" className="grid gap-1 rounded-md border border-danger bg-danger-soft px-3 py-2 text-danger">
      <p className="font-medium">{result.message}</p>
      {result.reasons?.map(({ text }) => (
        <p key={text}>{text}</p>
      ))}
      {result.requestId !== undefined && <p className="text-sm">Quote this if you ask about it: {result.requestId}</p>}
    </div>
  );
}
