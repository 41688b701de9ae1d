import { EmptyState } from "@/components/patterns/empty-state";
import { NothingMatches } from "@/components/patterns/nothing-matches";

/**
 * What stands where there is no partner to put in or take out.
 * @param inRemit how many partners the reader sees at all.
 * @param clearedHref the page without any filter.
 */
export function NoCarriers({ inRemit, clearedHref }: { inRemit: number; clearedHref: string }) {
  return (
    <div className="rounded-lg border border-line bg-surface shadow-card">
      {inRemit > 0 ? (
        <NothingMatches none="No partner" href={clearedHref} />
      ) : (
        <EmptyState title="No partners within your remit">
          <p>The partners that you look after are listed here, to be put in and taken out.</p>
        </EmptyState>
      )}
    </div>
  );
}
