"use client";

import { CircleAlert } from "lucide-react";
import { FaultMessage } from "@/components/patterns/fault-message";
import { PageBody } from "@/components/shell/page-body";
import { Button } from "@/components/ui/button";

/**
 * What stands inside the frame when something failed in the browser, or in what a page is made of. A page's own faults
 * have words without scripts too (`definePage`).
 */
export default function ErrorPage({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <PageBody>
      <FaultMessage
        icon={<CircleAlert aria-hidden />}
        reference={error.digest}
        again={
          <Button tone="primary" type="button" onClick={retry}>
            Try again
          </Button>
        }
      />
    </PageBody>
  );
}
