import "server-only";
import { NoAccessMessage } from "@/components/patterns/refusal";
import { BarePage } from "@/components/shell/bare-page";

/** The framework's fallback for a refusal outside the frame. */
export default function ForbiddenPage() {
  return (
    <BarePage>
      <NoAccessMessage />
    </BarePage>
  );
}
