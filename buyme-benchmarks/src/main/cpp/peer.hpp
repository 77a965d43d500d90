// What the peers share: vectors of .fvecs files, and the clock of the processor.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <vector>

struct Vectors {
    size_t dimension = 0;
    std::vector<float> values;

    size_t size() const { return values.size() / dimension; }
    const float* row(size_t i) const { return values.data() + i * dimension; }
};

inline Vectors read_fvecs(const char* name) {
    std::ifstream in(name, std::ios::binary);
    Vectors vectors;
    int length = 0;
    while (in.read(reinterpret_cast<char*>(&length), sizeof length)) {
        vectors.dimension = length;
        size_t end = vectors.values.size();
        vectors.values.resize(end + length);
        if (!in.read(reinterpret_cast<char*>(vectors.values.data() + end), length * sizeof(float))) {
            std::fprintf(stderr, "%s ends in the middle of a vector\n", name);
            std::exit(1);
        }
    }
    if (vectors.values.empty()) {
        std::fprintf(stderr, "%s has no vectors\n", name);
        std::exit(1);
    }
    return vectors;
}

inline double cpu() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}
