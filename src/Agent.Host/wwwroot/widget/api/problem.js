/** A failure in words for the person: what the server said (RFC 9457), or why it could not be asked. */
export class Problem extends Error {
  constructor({ title, detail, code = 'unknown', status = 0, reference = null, retryAfter = null, turnId = null, details = {} }) {
    super(detail || title || 'Something went wrong.');
    Object.assign(this, { code, status, reference, retryAfter, turnId, details });
  }

  get isConnection() {
    return this.status === 0;
  }

  static of(error) {
    return error instanceof Problem ? error : new Problem({ detail: 'Something went wrong on this page.', code: 'page' });
  }

  static unreachable() {
    return new Problem({ detail: 'The server could not be reached. Check your connection and try again.', code: 'unreachable' });
  }

  static async fromResponse(response) {
    const body = await response.json().catch(() => ({}));
    const details = body && typeof body === 'object' ? body : {};
    return new Problem({
      title: details.title ?? fallbackTitle(response.status),
      detail: joinFieldErrors(details),
      code: details.code ?? `http_${response.status}`,
      status: response.status,
      reference: details.correlation_id ?? null,
      retryAfter: secondsOf(response.headers.get('Retry-After')),
      turnId: details.turn_id ?? null,
      details,
    });
  }
}

function joinFieldErrors({ detail, errors }) {
  const fields = errors && typeof errors === 'object' ? Object.values(errors).flat().filter((text) => typeof text === 'string') : [];
  return [detail, ...fields].filter(Boolean).join(' ');
}

function secondsOf(header) {
  const seconds = Number.parseInt(header ?? '', 10);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : null;
}

function fallbackTitle(status) {
  if (status === 401) return 'You are not signed in, or your key is not accepted.';
  if (status === 403) return 'You may not do this.';
  if (status === 404) return 'This conversation does not exist any more.';
  if (status === 413) return 'The message is too long.';
  if (status === 429) return 'Too many messages in a short time.';
  return `The server could not answer (${status}).`;
}
