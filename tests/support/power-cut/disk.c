/*
 * A disk that forgets. Loaded before everything else (LD_PRELOAD) it keeps, for every file below TANDEM_DISK_FOLDER, what
 * stood there before each write that has not been synced since. restore.ts puts that back after the process was killed:
 * the files are then as after a power cut. Syncing is only noted, not done: these processes die, the machine does not.
 *
 *   TANDEM_DISK_JOURNAL   folder for the notes, one file per device and inode
 *   TANDEM_DISK_CUT_AFTER the process dies before its n-th write, truncation or sync
 *   TANDEM_DISK_FAULTS    file with lines "write 28", "sync 5", "read 5": these calls fail with that errno
 *
 * Several threads and processes may share a journal: a lock on the file's notes is held over note and write together.
 * Not kept: names (files made, renamed and removed stay so), and memory maps (SQLite's -shm, which is made anew anyway).
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static char folder[PATH_MAX], journal[PATH_MAX - 64], faults[PATH_MAX];
static size_t folder_length;
static atomic_long left = -1;

__attribute__((constructor)) static void begin(void) {
  const char *value = getenv("TANDEM_DISK_JOURNAL");
  if (value) snprintf(journal, sizeof journal, "%s", value);
  value = getenv("TANDEM_DISK_FAULTS");
  if (value) snprintf(faults, sizeof faults, "%s", value);
  value = getenv("TANDEM_DISK_CUT_AFTER");
  if (value) left = atol(value);
  value = getenv("TANDEM_DISK_FOLDER");
  if (value) {
    snprintf(folder, sizeof folder, "%s/", value);
    folder_length = strlen(folder);
  }
}

/* A regular file of ours that still has a name. */
static int is_ours(int fd, struct stat *st) {
  char link[64], path[PATH_MAX];
  if (folder_length == 0 || fstat(fd, st) != 0 || !S_ISREG(st->st_mode) || st->st_nlink == 0) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  if (length > 4 && strcmp(path + length - 4, "-shm") == 0) return 0;
  return strncmp(path, folder, folder_length) == 0;
}

/* The errno that this kind of call fails with now; 0: it works. */
static int fault_of(const char *kind) {
  char text[256];
  if (faults[0] == 0) return 0;
  int fd = syscall(SYS_openat, AT_FDCWD, faults, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return 0;
  ssize_t length = syscall(SYS_read, fd, text, sizeof text - 1);
  syscall(SYS_close, fd);
  if (length <= 0) return 0;
  text[length] = 0;
  char *found = strstr(text, kind);
  return found ? atoi(found + strlen(kind)) : 0;
}

static void count_down(void) {
  if (atomic_load(&left) > 0 && atomic_fetch_sub(&left, 1) == 1) {
    kill(getpid(), SIGKILL);
    for (;;) pause();
  }
}

static void notes_of(const struct stat *st, char *path) {
  snprintf(path, PATH_MAX, "%s/%lx-%lx", journal, (unsigned long)st->st_dev, (unsigned long)st->st_ino);
}

/* Opens and locks the notes of a file; -1 when none are kept. */
static int lock_notes(const struct stat *st) {
  char path[PATH_MAX];
  if (journal[0] == 0) return -1;
  notes_of(st, path);
  int fd = syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  if (fd < 0) return -1;
  fchmod(fd, 0666);
  while (flock(fd, LOCK_EX) != 0 && errno == EINTR) {}
  return fd;
}

static void close_notes(int notes) {
  if (notes >= 0) syscall(SYS_close, notes);
}

static void put(int fd, const void *bytes, size_t length) {
  while (length > 0) {
    ssize_t done = syscall(SYS_write, fd, bytes, length);
    if (done <= 0) abort();
    bytes = (const char *)bytes + done;
    length -= done;
  }
}

/* Notes what stands at [at, at + length) and how long the file is, before `written` bytes are put there. */
static void note(int notes, int fd, uint64_t at, uint64_t length, uint64_t written) {
  struct stat st;
  if (notes < 0 || fstat(fd, &st) != 0) return;
  uint64_t size = st.st_size, kept = at >= size ? 0 : (at + length > size ? size - at : length);
  char *before = malloc(kept + 1), link[64];
  if (!before) abort();
  /* Opened anew: this descriptor may be for writing only. */
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  int again = syscall(SYS_openat, AT_FDCWD, link, O_RDONLY | O_CLOEXEC);
  for (uint64_t done = 0; done < kept;) {
    ssize_t got = syscall(SYS_pread64, again, before + done, kept - done, at + done);
    if (got <= 0) abort();
    done += got;
  }
  syscall(SYS_close, again);
  uint64_t head[4] = {at, size, kept, written};
  put(notes, head, sizeof head);
  put(notes, before, kept);
  free(before);
}

static size_t length_of(const struct iovec *parts, int count) {
  size_t length = 0;
  for (int index = 0; index < count; index++) length += parts[index].iov_len;
  return length;
}

/* Runs around every write: `at` < 0 is the place of the descriptor. */
#define WRITING(fd, at, length, call)                                                            \
  do {                                                                                           \
    struct stat st;                                                                              \
    if (!is_ours(fd, &st)) return call;                                                          \
    count_down();                                                                                \
    int fault = fault_of("write ");                                                              \
    if (fault) return errno = fault, -1;                                                         \
    int notes = lock_notes(&st);                                                                 \
    int64_t from = (at);                                                                         \
    if (from < 0) {                                                                              \
      int isAppending = fcntl(fd, F_GETFL) & O_APPEND;                                           \
      from = isAppending ? lseek(fd, 0, SEEK_END) : lseek(fd, 0, SEEK_CUR);                      \
    }                                                                                            \
    note(notes, fd, from, length, length);                                                       \
    ssize_t result = call;                                                                       \
    int failure = errno;                                                                         \
    close_notes(notes);                                                                          \
    errno = failure;                                                                             \
    return result;                                                                               \
  } while (0)

ssize_t write(int fd, const void *bytes, size_t length) {
  WRITING(fd, -1, length, syscall(SYS_write, fd, bytes, length));
}
ssize_t writev(int fd, const struct iovec *parts, int count) {
  WRITING(fd, -1, length_of(parts, count), syscall(SYS_writev, fd, parts, count));
}
ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t at) {
  WRITING(fd, at, length, syscall(SYS_pwrite64, fd, bytes, length, at));
}
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) { return pwrite64(fd, bytes, length, at); }
ssize_t pwritev64(int fd, const struct iovec *parts, int count, off64_t at) {
  WRITING(fd, at, length_of(parts, count),
          syscall(SYS_pwritev, fd, parts, count, (unsigned long)at, (unsigned long)((uint64_t)at >> 32)));
}
ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t at) {
  return pwritev64(fd, parts, count, at);
}

static int resize(int fd, off64_t size) {
  struct stat st;
  if (!is_ours(fd, &st)) return syscall(SYS_ftruncate, fd, size);
  count_down();
  int fault = fault_of("write ");
  if (fault) return errno = fault, -1;
  int notes = lock_notes(&st);
  if (fstat(fd, &st) == 0)
    note(notes, fd, size, size < st.st_size ? (uint64_t)(st.st_size - size) : 0, 0);
  int result = syscall(SYS_ftruncate, fd, size), failure = errno;
  close_notes(notes);
  errno = failure;
  return result;
}
int ftruncate64(int fd, off64_t size) { return resize(fd, size); }
int ftruncate(int fd, off_t size) { return resize(fd, size); }
int truncate(const char *path, off_t size) {
  int fd = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CLOEXEC);
  if (fd < 0) return -1;
  int result = resize(fd, size), failure = errno;
  syscall(SYS_close, fd);
  errno = failure;
  return result;
}

/* Room that is taken beforehand: only the length can change. Answers the error, as POSIX says. */
static int take_room(int fd, off64_t at, off64_t length) {
  struct stat st;
  if (is_ours(fd, &st)) {
    count_down();
    int notes = lock_notes(&st);
    note(notes, fd, st.st_size, 0, 0);
    int result = syscall(SYS_fallocate, fd, 0, at, length) == 0 ? 0 : errno;
    close_notes(notes);
    return result;
  }
  return syscall(SYS_fallocate, fd, 0, at, length) == 0 ? 0 : errno;
}
int posix_fallocate(int fd, off_t at, off_t length) { return take_room(fd, at, length); }
int posix_fallocate64(int fd, off64_t at, off64_t length) { return take_room(fd, at, length); }

/* From here on the file is on the disk as it stands: nothing of it would be forgotten. */
static int sync_file(int fd, long call) {
  struct stat st;
  if (!is_ours(fd, &st)) return syscall(call, fd);
  count_down();
  int fault = fault_of("sync ");
  if (fault) return errno = fault, -1;
  int notes = lock_notes(&st);
  if (notes < 0) return syscall(call, fd);
  int result = syscall(SYS_ftruncate, notes, 0);
  close_notes(notes);
  return result;
}
int fsync(int fd) { return sync_file(fd, SYS_fsync); }
int fdatasync(int fd) { return sync_file(fd, SYS_fdatasync); }

static ssize_t reading(int fd, void *bytes, size_t length, off64_t at) {
  struct stat st;
  if (faults[0] != 0 && is_ours(fd, &st)) {
    int fault = fault_of("read ");
    if (fault) return errno = fault, -1;
  }
  return syscall(SYS_pread64, fd, bytes, length, at);
}
ssize_t pread64(int fd, void *bytes, size_t length, off64_t at) { return reading(fd, bytes, length, at); }
ssize_t pread(int fd, void *bytes, size_t length, off_t at) { return reading(fd, bytes, length, at); }

/* A file that goes takes its notes along: its inode may come back as another file. */
static void forget(const char *path) {
  struct stat st;
  char notes[PATH_MAX];
  if (journal[0] == 0 || lstat(path, &st) != 0 || !S_ISREG(st.st_mode) || st.st_nlink != 1) return;
  notes_of(&st, notes);
  syscall(SYS_unlinkat, AT_FDCWD, notes, 0);
}
int unlink(const char *path) {
  forget(path);
  return syscall(SYS_unlinkat, AT_FDCWD, path, 0);
}
int rename(const char *from, const char *to) {
  forget(to);
  return syscall(SYS_renameat, AT_FDCWD, from, AT_FDCWD, to);
}
