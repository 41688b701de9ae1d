import "server-only";
import { Message } from "@/components/patterns/refusal";

/** The framework's fallback for a refusal. Pages refuse with the reasons themselves (`NoAccess`); this one has none to give. */
export default function ForbiddenPage() {
  return (
    <main className="mx-auto max-w-6xl px-4 py-6 sm:px-6">
      <Message title="No access">
        <p className="text-lg">You may not do this.</p>
      </Message>
    </main>
  );
}
