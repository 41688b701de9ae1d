import "server-only";
import { StrangersMissingMessage } from "@/components/patterns/refusal";
import { BarePage } from "@/components/shell/bare-page";

/** The framework's fallback outside the frame. Addresses that no route answers have a page of their own, inside it. */
export default function NotFoundPage() {
  return (
    <BarePage>
      <StrangersMissingMessage />
    </BarePage>
  );
}
