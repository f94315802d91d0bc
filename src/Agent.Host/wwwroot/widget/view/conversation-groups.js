const DAY = 86_400_000;

/** Pinned first, then by age of the last message; a search result stays one list. */
export function groupsOf(items, search, now = new Date()) {
  const today = new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime();
  const groups = new Map();
  for (const item of items) {
    const name = search ? 'Results' : groupName(item, today);
    groups.set(name, [...(groups.get(name) ?? []), item]);
  }
  return [...groups].map(([name, members]) => ({ name, items: members })).sort((a, b) => (b.name === 'Pinned') - (a.name === 'Pinned'));
}

function groupName({ is_pinned: isPinned, updated_at: updatedAt }, today) {
  if (isPinned) return 'Pinned';
  const time = Date.parse(updatedAt);
  if (time >= today) return 'Today';
  if (time >= today - DAY) return 'Yesterday';
  return time >= today - 7 * DAY ? 'Last 7 days' : 'Older';
}
