import "server-only";
import { NoAccessMessage } from "@/components/patterns/refusal";
import { PageBody } from "@/components/shell/page-body";

/** The framework's fallback for a refusal, inside the frame. Pages refuse with the reasons themselves (`NoAccess`). */
export default function ForbiddenPage() {
  return (
    <PageBody>
      <NoAccessMessage />
    </PageBody>
  );
}
