-- An SQLite file has one process, whose Quartz keeps its heartbeat in memory: there is nothing to make here.
SELECT 1;
