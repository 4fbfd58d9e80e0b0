// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/serialization/design_file.h"

#include "model/serialization/trace_file.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <system_error>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace plimsoll {

namespace {

/// An open file that closes itself.
class Descriptor {
public:
    explicit Descriptor(int descriptor) : m_descriptor{descriptor} {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    bool isOpen() const { return m_descriptor >= 0; }
    int get() const { return m_descriptor; }
    /// False when the system reports a late write error.
    bool close()
    {
        const int descriptor = m_descriptor;
        m_descriptor = -1;
        return descriptor < 0 || ::close(descriptor) == 0;
    }

private:
    int m_descriptor;
};

std::string reason(int code)
{
    return std::generic_category().message(code);
}

/// The temporary file of a save; removed unless the save got as far as renaming it.
class TemporaryFile {
public:
    explicit TemporaryFile(const std::filesystem::path& target)
    {
        // In the target's own folder: a rename is atomic only within one file system.
        std::string name =
            (target.parent_path() / ("." + target.filename().string().substr(0, 200) + ".XXXXXX")).string();
        m_path.assign(name.begin(), name.end());
        m_path.push_back('\0');
        m_descriptor = ::mkostemp(m_path.data(), O_CLOEXEC);
        m_exists = m_descriptor >= 0;
    }
    ~TemporaryFile()
    {
        if (m_exists)
            ::unlink(m_path.data());
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    int descriptor() const { return m_descriptor; }
    bool renameTo(const std::filesystem::path& target)
    {
        if (::rename(m_path.data(), target.c_str()) != 0)
            return false;
        m_exists = false;
        return true;
    }

private:
    std::vector<char> m_path;
    int m_descriptor = -1;
    bool m_exists = false;
};

bool writeAll(int descriptor, std::string_view contents)
{
    while (!contents.empty()) {
        const ssize_t written = ::write(descriptor, contents.data(), contents.size());
        if (written < 0) {
            if (errno == EINTR)
                continue;
            return false;
        }
        contents.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

mode_t currentUmask()
{
    // There is no call that only asks.
    const mode_t mask = ::umask(022);
    ::umask(mask);
    return mask;
}

Error notSaved(const std::filesystem::path& file, int code)
{
    const char* remedy = "save it somewhere else";
    if (code == ENOSPC || code == EDQUOT)
        remedy = "free some space, or save it somewhere else";
    else if (code == EACCES || code == EPERM || code == EROFS)
        remedy = "check the permissions of the folder, or save it somewhere else";
    else if (code == ENOENT || code == ENOTDIR)
        remedy = "create the folder first, or save it somewhere else";
    return {"", file.string() + " cannot be saved: " + reason(code), remedy};
}

// Without the name: whoever opened the file puts it in front of every error of its content too.
Error notRead(int code)
{
    const char* remedy = "check the name and the folder";
    if (code == EACCES || code == EPERM)
        remedy = "check that you may read it";
    else if (code == EISDIR)
        remedy = "name a file, not a folder";
    return {"", "cannot be read: " + reason(code), remedy};
}

}  // namespace

Result<LoadedDesign> loadDesignFile(const std::filesystem::path& file, const ServiceCatalog& catalog)
{
    const Descriptor input{::open(file.c_str(), O_RDONLY | O_CLOEXEC)};
    if (!input.isOpen())
        return notRead(errno);
    struct stat status {};
    if (::fstat(input.get(), &status) != 0)
        return notRead(errno);
    if (S_ISDIR(status.st_mode))
        return notRead(EISDIR);
    // One byte more than allowed is read at most, whatever the size says: a device or a pipe has none.
    std::string text;
    std::vector<char> chunk(1u << 16);
    while (text.size() <= kLargestDesignFile) {
        const ssize_t count = ::read(input.get(), chunk.data(), chunk.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return notRead(errno);
        if (count == 0)
            break;
        text.append(chunk.data(), static_cast<std::size_t>(count));
    }
    Result<LoadedDesign> loaded = parseDesign(text, catalog);
    if (loaded)
        loadTraces(loaded->design, file.parent_path());
    return loaded;
}

Status saveFileAtomically(const std::filesystem::path& file, std::string_view contents)
{
    // A link keeps pointing where it did: what it points to is replaced.
    std::error_code ignored;
    std::filesystem::path target = file;
    if (std::filesystem::is_symlink(file, ignored)) {
        const std::filesystem::path resolved = std::filesystem::canonical(file, ignored);
        if (!resolved.empty())
            target = resolved;
    }
    if (target.filename().empty())
        return notSaved(file, EISDIR);
    struct stat before {};
    const bool exists = ::stat(target.c_str(), &before) == 0;
    if (exists && S_ISDIR(before.st_mode))
        return notSaved(file, EISDIR);
    // Renaming would replace even a write-protected file.
    if (exists && ::access(target.c_str(), W_OK) != 0)
        return Error{"", file.string() + " cannot be saved: the file is write-protected",
                     "save it under another name"};
    // A device or a pipe cannot be replaced, only written to.
    if (exists && !S_ISREG(before.st_mode)) {
        Descriptor output{::open(target.c_str(), O_WRONLY | O_CLOEXEC)};
        if (!output.isOpen() || !writeAll(output.get(), contents) || !output.close())
            return notSaved(file, errno);
        return Done{};
    }

    TemporaryFile temporary{target};
    if (temporary.descriptor() < 0)
        return notSaved(file, errno);
    Descriptor output{temporary.descriptor()};
    const mode_t mode = exists ? before.st_mode & 07777u : 0666u & ~currentUmask();
    if (::fchmod(output.get(), mode) != 0 || !writeAll(output.get(), contents) || ::fsync(output.get()) != 0)
        return notSaved(file, errno);
    if (!output.close() || !temporary.renameTo(target))
        return notSaved(file, errno);
    // The rename itself reaches the disk with the folder. Some file systems cannot; the file is whole either way.
    const std::filesystem::path folder =
        target.has_parent_path() ? target.parent_path() : std::filesystem::path{"."};
    if (const Descriptor directory{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
        directory.isOpen())
        ::fsync(directory.get());
    return Done{};
}

}  // namespace plimsoll
