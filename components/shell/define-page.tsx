import { CircleAlert } from "lucide-react";
import { unstable_rethrow } from "next/navigation";
import type { ReactNode } from "react";
import { FaultMessage } from "@/components/patterns/fault-message";
import { buttonClass } from "@/components/ui/button";
import { log } from "@/lib/platform/log";
import { requestId, requestPath } from "@/lib/platform/request";
import { answerWithStatus } from "@/lib/platform/response-status";
import { PageBody } from "./page-body";

/**
 * A page of the frame whose faults have words: what it throws is logged once under the request's id, and the person
 * gets the frame, a plain sentence, that id and status 500, with and without scripts (ADR 0071). Refusals, redirects
 * and the framework's other interrupts pass through.
 */
export function definePage<Args extends readonly unknown[]>(
  render: (...args: Args) => Promise<ReactNode>,
): (...args: Args) => Promise<ReactNode> {
  return async (...args) => {
    try {
      return await render(...args);
    } catch (error) {
      unstable_rethrow(error);
      return faultPage(error);
    }
  };
}

async function faultPage(error: unknown): Promise<ReactNode> {
  const [id, path] = await Promise.all([requestId(), requestPath()]);
  log.error({ page: path.split("?")[0], requestId: id, error }, "A page failed.");
  // Where the head has gone out already the words must do.
  answerWithStatus(500);
  return (
    <PageBody>
      <FaultMessage
        icon={<CircleAlert aria-hidden />}
        reference={id}
        again={
          // Not the framework's link, which would keep what it has.
          <a href={path} className={buttonClass("primary")}>
            Try again
          </a>
        }
      />
    </PageBody>
  );
}
