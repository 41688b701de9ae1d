import "server-only";
import { MissingMessage } from "@/components/patterns/refusal";
import { PageBody } from "@/components/shell/page-body";

/** The framework's fallback, inside the frame. Pages answer with `Missing` themselves, which also has words without scripts. */
export default function NotFoundPage() {
  return (
    <PageBody>
      <MissingMessage />
    </PageBody>
  );
}
