CREATE TABLE openai_turns (
    turn_id text NOT NULL PRIMARY KEY,
    conversation_id text NOT NULL REFERENCES conversations (id),
    owner text NOT NULL,
    history_hash text,
    asked_hash text NOT NULL,
    answered_hash text,
    ending_hash text,
    created_at integer NOT NULL
);

CREATE INDEX openai_turns_by_asked ON openai_turns (owner, asked_hash, turn_id);

CREATE INDEX openai_turns_by_answered ON openai_turns (owner, answered_hash, turn_id) WHERE answered_hash IS NOT NULL;

CREATE INDEX openai_turns_by_ending ON openai_turns (owner, ending_hash, turn_id) WHERE ending_hash IS NOT NULL;

CREATE INDEX openai_turns_by_history ON openai_turns (conversation_id, history_hash, turn_id);
