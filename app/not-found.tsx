import "server-only";
import { MissingForStranger, MissingMessage } from "@/components/patterns/refusal";
import { getSession } from "@/lib/platform/sign-in/session";

/** For addresses that no route answers, and as the framework's fallback; records out of reach get the same words. */
export default async function NotFoundPage() {
  const session = await getSession();
  return (
    <main className="mx-auto max-w-6xl px-4 py-6 sm:px-6">
      {session === null ? <MissingForStranger /> : <MissingMessage />}
    </main>
  );
}
