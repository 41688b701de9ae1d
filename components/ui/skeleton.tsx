/** A grey bar where words are on their way. It stands for its height and width in the shape of what comes; it is not read out. */
export function Skeleton({ className = "h-4 w-40" }: { className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={`block animate-pulse rounded-sm bg-line motion-reduce:animate-none ${className}`}
    />
  );
}

/** As many lines as are awaited, up to four, and words that say what is awaited to those who listen. */
export function SkeletonLines({ label, lines = 3 }: { label: string; lines?: 1 | 2 | 3 | 4 }) {
  return (
    <div role="status" className="grid gap-2.5">
      <span className="sr-only">{label}</span>
      {["w-full", "w-5/6", "w-2/3", "w-3/4"].slice(0, lines).map((width) => (
        <Skeleton key={width} className={`h-4 ${width}`} />
      ))}
    </div>
  );
}
