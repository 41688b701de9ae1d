"use client";

import { FaultMessage } from "@/components/patterns/fault-message";
import { BarePage } from "@/components/shell/bare-page";
import { Button } from "@/components/ui/button";

/** The same outside the frame, and where the frame itself failed. */
export default function ErrorPage({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <BarePage>
      <FaultMessage
        reference={error.digest}
        again={
          <Button tone="primary" type="button" onClick={retry}>
            Try again
          </Button>
        }
      />
    </BarePage>
  );
}
