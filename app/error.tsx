"use client";

import { Button } from "@/components/ui/button";

/** What a person reads when a page failed: a plain sentence, the reference to quote, and another try. Never the fault's own text. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main className="mx-auto grid max-w-6xl justify-items-start gap-4 px-4 py-12 sm:px-6">
      <title>Something went wrong · Remit</title>
      <h1 className="text-2xl font-semibold tracking-tight">Something went wrong</h1>
      <p className="max-w-prose text-lg">The page could not be shown. Nothing was changed.</p>
      {error.digest !== undefined && (
        <p className="text-ink-muted">If it happens again, quote this reference: {error.digest}</p>
      )}
      <Button tone="primary" type="button" onClick={reset}>
        Try again
      </Button>
    </main>
  );
}
