let keys = 0;

/** A name that no other turn has, here or at the server. */
export function newKey() {
  keys += 1;
  return `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}-${keys}`;
}

/** What starts a turn at the server. */
export function requestOf(conversationId, { question, call, resume, idempotencyKey }) {
  return { conversationId, message: question, call, resume, idempotencyKey };
}
