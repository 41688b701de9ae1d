import "server-only";
import { MissingMessage } from "@/components/patterns/refusal";

/** For addresses that no route answers, and as the framework's fallback; records out of reach get the same words. */
export default function NotFoundPage() {
  return (
    <main className="mx-auto max-w-6xl px-4 py-6 sm:px-6">
      <MissingMessage />
    </main>
  );
}
