/** The product's mark: two overlapping areas, and what lies in both: somebody's remit. */
export function Mark() {
  return (
    <svg viewBox="0 0 24 24" className="size-6 text-accent" aria-hidden="true">
      <circle cx="9" cy="12" r="7" fill="none" stroke="currentColor" strokeWidth="2" />
      <circle cx="15" cy="12" r="7" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M12 5.68a7 7 0 0 1 0 12.64 7 7 0 0 1 0-12.64Z" fill="currentColor" />
    </svg>
  );
}
